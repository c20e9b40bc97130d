/** Host of an address, by which settings name a site (lower case, Punycode); empty when it is no address or has none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
