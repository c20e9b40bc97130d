import { browser } from 'wxt/browser';

/**
 * The bundled pack (`Pack` of the glossary room), as the build put it into the package. It was validated then; the
 * package's own files are not checked again at every start.
 */
export async function loadBundledPack<Pack>(): Promise<Pack> {
  // The build adds the file (wxt.config.ts), so the generated list of public paths does not know it.
  const getURL = browser.runtime.getURL as (path: string) => string;
  const response = await fetch(getURL('/glossary.json'));
  return (await response.json()) as Pack;
}
