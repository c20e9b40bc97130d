import { v4 as uuid } from 'uuid';

/** Does something under a name of its own; resolves to the name, by which a message can undo it. */
export async function asDeed(work: (deed: string) => Promise<unknown>): Promise<string> {
  const deed = uuid();
  await work(deed);
  return deed;
}
