import { z } from 'zod';

/**
 * A date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601 reduced precision), Common Era.
 * A bare year may be written as a number in an authored file; it comes out as a string.
 */
export const partialDateSchema = z
  .union([z.number().int(), z.string()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'write YYYY, YYYY-MM or YYYY-MM-DD'),
  );
export type PartialDate = z.infer<typeof partialDateSchema>;
