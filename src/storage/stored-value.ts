import type { z } from 'zod';

/** A value from one of the browser's own stores; undefined when there is none or it is damaged. */
export function storedValue<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> | undefined {
  return schema.safeParse(value).data;
}

/** What fits of a stored list: one damaged record does not cost the others. */
export function storedList<S extends z.ZodType>(schema: S, value: unknown): z.infer<S>[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) => {
    const result = schema.safeParse(entry);
    return result.success ? [result.data] : [];
  });
}
