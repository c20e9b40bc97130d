import { expect, it } from 'vitest';

interface Answer {
  back: Record<string, string[]>;
  taken: number;
  shares: number;
}

it('reads and writes every list in a worker, where there is no document', async () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => `詞彙${at},term ${at}`);
  const bytes = new TextEncoder().encode(`中文,英文\n${rows.join('\n')}\n`);
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const answer = await new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(bytes);
  });
  worker.terminate();
  expect(Object.keys(answer.back)).toContain('ods');
  for (const [name, texts] of Object.entries(answer.back))
    expect(texts, name).toEqual(['人工智慧', 'artificial intelligence']);
  expect(answer.taken).toBe(50_000);
  expect(answer.shares).toBeGreaterThan(10);
});
