/**
 * `node tests/bench/first-page.ts IMAGE TEXT`: opens an image and scans a text once, in this fresh process, and prints
 * the thread CPU time of opening, first, second and third scan in ms. `matcher.bench.ts` runs it several times.
 */
import { readFileSync } from 'node:fs';
import { openImage } from '../../src/matching/image.ts';
import { scanText } from '../../src/matching/recognise.ts';
import { releaseScan } from '../../src/matching/scan-state.ts';

const [imagePath = '', textPath = ''] = process.argv.slice(2);
const bytes = readFileSync(imagePath);
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const text = readFileSync(textPath, 'utf8');

/** As in `matcher.bench.ts`. */
function cpu(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const times: number[] = [];
let from = cpu();
const index = openImage(buffer);
times.push(cpu() - from);
for (let scan = 0; scan < 3; scan++) {
  from = cpu();
  releaseScan(scanText(index, text));
  times.push(cpu() - from);
}
console.log(JSON.stringify(times));
