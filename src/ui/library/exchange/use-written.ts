import { useEffect, useState } from 'preact/hooks';
import type { WriteOrder, Written } from '../../../interchange/write-order.ts';
import type { RecordWriter } from './export-ports.ts';

/** How far an export has come. */
export type Writing =
  | { readonly state: 'working' }
  | { readonly state: 'ready'; readonly written: Written }
  | { readonly state: 'failed'; readonly reason: string };

/** How long choices must rest before the file is made, ms: a title is typed letter by letter. */
const REST = 250;

/** The file that an order gives, made anew whenever the order changes. */
export function useWritten(writer: RecordWriter | undefined, order: WriteOrder): Writing {
  const [writing, setWriting] = useState<Writing>({ state: 'working' });
  const { facts } = order;
  useEffect(() => {
    if (!writer) return;
    setWriting({ state: 'working' });
    let isCurrent = true;
    const show = (next: Writing) => {
      if (isCurrent) setWriting(next);
    };
    const timer = setTimeout(() => {
      writer.write(order).then(
        (written) => show({ state: 'ready', written }),
        (error: unknown) => show({ state: 'failed', reason: String(error) }),
      );
    }, REST);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [
    writer,
    order.format,
    order.perPage,
    facts.title,
    facts.language,
    facts.layout,
    facts.direction,
    facts.currentOnly,
  ]);
  return writing;
}
