/**
 * `npm run convert -- [--as FORMAT] [--options FILE] IN [OUT]`: runs the import and export of the product on files and
 * prints one JSON object. Without OUT it only tells what an import of IN would do. Exit code 1 when IN is refused or OUT
 * cannot be written.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MOST_FILE_BYTES } from '../src/interchange/limits.ts';
import { convert } from './convert-file.ts';

/** npm runs scripts in the project's folder; paths are meant from where the user stands. */
const place = (file: string): string => resolve(process.env.INIT_CWD ?? '.', file);

const usage = 'Usage: npm run convert -- [--as FORMAT] [--options FILE] IN [OUT]';

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: { as: { type: 'string' }, options: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    stop(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const [input, output, more] = positionals;
if (input === undefined || more !== undefined) stop(usage);

/** A file that is too large is judged by its size alone; `fault` says why there are no bytes. */
function readInput(path: string): { bytes: Uint8Array; size: number; fault?: string } {
  try {
    const { size } = statSync(path);
    return { size, bytes: size > MOST_FILE_BYTES ? new Uint8Array() : readFileSync(path) };
  } catch (error) {
    return {
      size: 0,
      bytes: new Uint8Array(),
      fault: error instanceof Error ? error.message : String(error),
    };
  }
}

/** Text of a file of options; what cannot be read is told as options that cannot be used. */
function readOptions(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(place(path), 'utf8');
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

try {
  const result = await convert({
    name: basename(input),
    ...readInput(place(input)),
    as: values.as,
    options: readOptions(values.options),
    output: output === undefined ? undefined : basename(output),
    write: (content) => writeFileSync(place(output ?? ''), content),
    now: new Date(),
  });
  console.log(JSON.stringify(result, null, 1));
  process.exitCode = result.outcome === 'reject' ? 1 : 0;
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
