import { z } from 'zod';
import { type PackCopy, packCopySchema } from '../highlights/backup-schedule.ts';
import type { EntryList } from '../interchange/entry-lists.ts';
import { packText } from '../interchange/packed-text.ts';
import type { KeyValueStore } from './key-value-store.ts';
import type { PackParts } from './pack-parts.ts';
import { storedValue } from './stored-value.ts';

/**
 * Copies of imported packs in the store of backups. A part is kept once under the hash of what it says, however many
 * backups refer to it; what none refers to goes.
 */

/** What is known of the parts that are kept. */
const registerSchema = z.object({
  /** Names of all parts. */
  parts: z.array(z.string()),
  /** The last copy of each pack by its id, and the signature that the pack had. */
  packs: z.record(z.string(), z.object({ signature: z.string(), copy: packCopySchema })),
});
type Register = Readonly<z.infer<typeof registerSchema>>;

const REGISTER = 'pack copies';
const keyOf = (part: string) => `pack part ${part}`;

async function readRegister(store: KeyValueStore): Promise<Register> {
  // A damaged one is made anew: the packs are read and their parts written again.
  return storedValue(registerSchema, await store.read(REGISTER)) ?? { parts: [], packs: {} };
}

/** Hex digits of a SHA-256 that name a part: 128 bits tell any two apart. */
const NAME_LENGTH = 32;

async function nameOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, NAME_LENGTH);
}

/** Copies all imported packs; of one that no import has touched since, nothing is read. What is copied stays when it stops. */
export async function copyPacks(store: KeyValueStore, source: PackParts): Promise<PackCopy[]> {
  const copies: PackCopy[] = [];
  for (const { id, title, signature } of await source.list()) {
    const before = await readRegister(store);
    const known = before.packs[id];
    if (known?.signature === signature) {
      copies.push({ ...known.copy, title });
      continue;
    }
    const parts: string[] = [];
    let entries = 0;
    for await (const part of source.parts(id)) {
      const name = await nameOf(part.text);
      const register = await readRegister(store);
      // The part and its name at once: one that is named is there.
      if (!register.parts.includes(name))
        await store.write({
          [keyOf(name)]: await packText(part.text),
          [REGISTER]: { ...register, parts: [...register.parts, name] } satisfies Register,
        });
      parts.push(name);
      entries += part.entries;
    }
    const copy: PackCopy = { id, title, entries, parts };
    const register = await readRegister(store);
    await store.write({
      [REGISTER]: { ...register, packs: { ...register.packs, [id]: { signature, copy } } } satisfies Register,
    });
    copies.push(copy);
  }
  return copies;
}

/** Drops the parts that none of the kept copies refers to. */
export async function dropOtherParts(store: KeyValueStore, kept: readonly PackCopy[]): Promise<void> {
  const register = await readRegister(store);
  const needed = new Set(kept.flatMap(({ parts }) => parts));
  const ids = new Set(kept.map(({ id }) => id));
  const gone = register.parts.filter((part) => !needed.has(part));
  const packs = Object.fromEntries(
    Object.entries(register.packs).filter(
      ([id, { copy }]) => ids.has(id) && copy.parts.every((part) => needed.has(part)),
    ),
  );
  if (gone.length === 0 && Object.keys(packs).length === Object.keys(register.packs).length) return;
  // Forgotten first: a stop in between leaves a part too many, never a name without its part.
  await store.write({
    [REGISTER]: { parts: register.parts.filter((part) => needed.has(part)), packs } satisfies Register,
  });
  await store.remove(gone.map(keyOf));
}

/** The copies as a file of ours has them. A part that cannot be read is left out: the rest is worth having. */
export async function listsOfCopies(store: KeyValueStore, copies: readonly PackCopy[]): Promise<EntryList[]> {
  const lists: EntryList[] = [];
  for (const { id, entries, parts } of copies) {
    const read = await Promise.all(parts.map((part) => store.read(keyOf(part)).catch(() => undefined)));
    lists.push({ pack: id, entries, parts: read.filter((part) => typeof part === 'string') });
  }
  return lists;
}

/** The packs as they are now, as a file of ours has them, past the store of copies: for when that is full. */
export async function listsOfPacks(source: PackParts): Promise<EntryList[]> {
  const lists: EntryList[] = [];
  for (const { id } of await source.list()) {
    const parts: string[] = [];
    let entries = 0;
    for await (const part of source.parts(id)) {
      parts.push(await packText(part.text));
      entries += part.entries;
    }
    lists.push({ pack: id, entries, parts });
  }
  return lists;
}
