/**
 * `node scripts/make-scanner.ts`: compiles the scanner (`src/matching/scanner`, AssemblyScript, and one file of WebAssembly's
 * own text format) and writes it to `assets/matching/scanner.json`. A test compiles it again and compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';
import binaryen from 'assemblyscript/binaryen';
import { IMAGE } from '../src/matching/scanner/layout.ts';
import { toBase64 } from '../src/text/base64.ts';

const root = join(import.meta.dirname, '..');

/** Where the compiled scanner is kept. */
export const scannerPath = join(root, 'assets/matching/scanner.json');

const OPTIONS = [
  '-O3',
  '--noAssert',
  ...['--enable', 'simd'],
  ...['--runtime', 'stub'],
  '--importMemory',
  ...['--initialMemory', String(Math.ceil(IMAGE / 65536))],
  // Addresses have 32 bits here; the warning is for code that is to run with 64 as well.
  ...['--disableWarning', '201'],
];

/** The compiled modules of the scanner. */
export interface ScannerModules {
  /** `index.ts` and what it imports. */
  module: Uint8Array;
  /** `units.wat`. */
  units: Uint8Array;
}

function makeUnits(): Uint8Array {
  const parsed = binaryen.parseText(readFileSync(join(root, 'src/matching/scanner/units.wat'), 'utf8'));
  parsed.setFeatures(binaryen.Features.GC | binaryen.Features.ReferenceTypes);
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  parsed.optimize();
  if (parsed.validate() === 0) throw new Error('units.wat does not compile');
  return parsed.emitBinary();
}

/** Compiles the scanner. Throws with the compiler's words when it does not compile. */
export async function makeScanner(): Promise<ScannerModules> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await main(
    ['src/matching/scanner/index.ts', '--baseDir', root, '--outFile', 'scanner.wasm', ...OPTIONS],
    {
      writeFile: (name: string, contents: Uint8Array | string) => {
        if (name.endsWith('.wasm') && typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`the scanner does not compile: ${stderr.toString()}`);
  return { module: binary, units: makeUnits() };
}

/** The asset's text. */
export function printScanner({ module, units }: ScannerModules): string {
  const note = 'WebAssembly in Base64, made by scripts/make-scanner.ts; do not edit.';
  return `${JSON.stringify({ note, module: toBase64(module), units: toBase64(units) }, null, 2)}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(scannerPath, printScanner(await makeScanner()));
