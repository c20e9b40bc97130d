/** A store of values by key that is not the database. */
export interface KeyValueStore {
  read(key: string): Promise<unknown>;
  /** All or none. */
  write(values: Readonly<Record<string, unknown>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}
