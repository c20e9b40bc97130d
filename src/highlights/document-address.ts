import rules from '../../assets/addresses/rules.json' with { type: 'json' };

/** What a page says of its own address. */
export interface AddressClaims {
  /** Value of `<link rel="canonical">`, as written. */
  readonly canonical?: string | null | undefined;
  /** Value of `<meta property="og:url">`, as written. */
  readonly ogUrl?: string | null | undefined;
}

/** Names, of which one that ends in `*` stands for all that begin so. */
class Names {
  readonly #exact: ReadonlySet<string>;
  readonly #beginnings: readonly string[];

  constructor(names: readonly string[]) {
    this.#exact = new Set(names.filter((name) => !name.endsWith('*')));
    this.#beginnings = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  }

  has(name: string): boolean {
    const lower = name.toLowerCase();
    return this.#exact.has(lower) || this.#beginnings.some((beginning) => lower.startsWith(beginning));
  }
}

const DROPPED = new Names([...rules.trackingParameters, ...rules.sessionParameters]);
const PATH_SESSIONS = new Names(rules.sessionPathParameters);
const FIRST_HOST = new Map(rules.sites.flatMap((site) => site.hosts.map((host) => [host, site.hosts[0]!])));

function endsIn(path: string, endings: readonly string[]): boolean {
  const lower = path.toLowerCase();
  return endings.some((ending) => lower.endsWith(ending));
}

/** Percent-encoding in one spelling: upper-case hexadecimal, and none where none is needed (RFC 3986, 6.2.2). */
function evenEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : encoded.toUpperCase();
  });
}

function pathOf(url: URL): string {
  const path = evenEncoding(url.pathname);
  return path
    .split('/')
    .map((segment) => {
      const [name, ...parameters] = segment.split(';');
      const kept = parameters.filter((parameter) => !PATH_SESSIONS.has(parameter.split('=', 1)[0]!));
      return [name, ...kept].join(';');
    })
    .join('/');
}

/** The parameters that tell documents apart, sorted by name; several of one name keep their order. */
function parametersOf(url: URL, path: string): string[] {
  const isCaseless = endsIn(path, rules.caselessNames);
  return evenEncoding(url.search.slice(1))
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      const name = at < 0 ? part : part.slice(0, at);
      return { name: isCaseless ? name.toLowerCase() : name, rest: at < 0 ? '' : part.slice(at) };
    })
    .filter(({ name }) => !DROPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, rest }) => name + rest);
}

interface Parts {
  readonly origin: string;
  readonly path: string;
  readonly parameters: readonly string[];
}

function partsOf(url: URL): Parts {
  const bare = url.hostname.replace(/\.$/, '');
  const host = FIRST_HOST.get(bare) ?? bare;
  // A port of its own means a server of its own: there http and https are not the same place.
  const origin = url.port === '' ? `https://${host}` : `${url.protocol}//${host}:${url.port}`;
  const path = pathOf(url);
  return { origin, path, parameters: parametersOf(url, path) };
}

function parse(address: string, base?: string): URL | null {
  const url = URL.parse(address, base);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

function join({ origin, path, parameters }: Parts): string {
  return origin + path + (parameters.length === 0 ? '' : `?${parameters.join('&')}`);
}

/** Whether a page's claim is about the same document: it may leave out parameters, but not say another place. */
function agrees(claim: Parts, seen: Parts): boolean {
  if (claim.origin !== seen.origin || claim.path !== seen.path) return false;
  if (!claim.parameters.every((parameter) => seen.parameters.includes(parameter))) return false;
  // Behind one script stand many documents; a claim without any parameter would make them one.
  return claim.parameters.length > 0 || seen.parameters.length === 0 || !endsIn(seen.path, rules.scripts);
}

function isHome({ path }: Parts): boolean {
  return path === '/';
}

/**
 * The canonical address of a document: without fragment, tracking and session parameters (rules in
 * assets/addresses), parameters sorted, `https` for `http`, one host for sites that answer under several.
 * A trailing `.html` and language prefixes stay: they may be other documents. What the page claims of
 * itself is believed only where it agrees with the address, since such claims are often wrong.
 *
 * Anything but http and https comes back as it is, without its fragment. Idempotent.
 */
export function documentAddress(address: string, claims: AddressClaims = {}): string {
  const url = parse(address);
  if (url === null) return address.split('#', 1)[0]!;
  const seen = partsOf(url);
  for (const written of [claims.canonical, claims.ogUrl]) {
    const claimed = written ? parse(written, url.href) : null;
    if (claimed === null) continue;
    const claim = partsOf(claimed);
    // On a home page parameters may choose the document (`/?p=12`), so nothing is left out there.
    if (agrees(claim, seen) && !(isHome(seen) && claim.parameters.length < seen.parameters.length))
      return join(claim);
  }
  return join(seen);
}
