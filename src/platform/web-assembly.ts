/** A module with one function, `() => v128`: `i32.const 0; i8x16.splat`. The scanner uses such vectors. */
const PROBE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b],
);

/**
 * Whether the browser runs WebAssembly, vectors included, in our pages: users and administrators may have switched it off, and
 * processors from before 2008 have no vectors of that kind.
 */
export function hasWebAssembly(): boolean {
  try {
    return new WebAssembly.Module(PROBE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}
