import { z } from 'zod';

/** What the reader can set. Every field has a default, so that an empty object is a valid setting. */
export const settingsSchema = z.object({
  /** Language of the interface; `auto` follows the browser. */
  language: z.enum(['auto', 'zh-TW', 'en']).default('auto'),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  /** How terms are underlined on pages. */
  markStyle: z.enum(['dotted', 'solid', 'background', 'none']).default('dotted'),
  /** Which occurrences of a term are marked: every one, or the first below each heading. */
  occurrences: z.enum(['every', 'first']).default('every'),
  /** Whether marks and highlights show on paper. */
  printMarks: z.boolean().default(false),
  /** Time the pointer rests on a term before its card opens, milliseconds. */
  openDelay: z.number().int().min(0).max(1000).default(300),
  /** Whether resting is enough for a card, or a key must be held. */
  trigger: z.enum(['rest', 'alt', 'shift']).default('rest'),
  /** Width of the card, CSS px; never more than the window. */
  cardWidth: z.number().int().min(280).max(640).default(384),
  /** Size of the text in the card, per cent of its own size. */
  textSize: z.number().int().min(80).max(200).default(100),
  /** Button beside a selection that keeps it as a highlight. */
  selectionButton: z.boolean().default(true),
  /** What the reader means by a colour; a colour without a name of the reader's goes by its own. */
  colourNames: z
    .strictObject({
      yellow: z.string().max(40).optional(),
      green: z.string().max(40).optional(),
      blue: z.string().max(40).optional(),
      pink: z.string().max(40).optional(),
      orange: z.string().max(40).optional(),
    })
    .default({}),
  /** How often a copy of everything is to be saved as a file. */
  backupFile: z.enum(['never', 'weekly', 'monthly']).default('never'),
  /** Whether it is saved without a press, where the browser allows it; else the reader is reminded. */
  backupUnattended: z.boolean().default(false),
  /** Name under which the reader reviews entries of glossaries. */
  reviewer: z.string().max(200).default(''),
  /** Host names on which the reader switched recognition off. */
  mutedHosts: z.array(z.string()).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

type Fields = (typeof settingsSchema)['shape'];
type Change = { [K in keyof Fields]: z.ZodOptional<ReturnType<Fields[K]['removeDefault']>> };

/**
 * A change of some settings. Not `settingsSchema.partial()`: a default stands in even where a field is optional, so every
 * change of one setting would put all others back.
 */
export const settingsChangeSchema = z.object(
  Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([name, field]) => [name, field.removeDefault().optional()]),
  ) as unknown as Change,
);

export type SettingsChange = z.infer<typeof settingsChangeSchema>;

/** Settings from a stored value; fields that do not fit fall back to their default, the rest is kept. */
export function readSettings(stored: unknown): Settings {
  const defaults = settingsSchema.parse({});
  if (typeof stored !== 'object' || stored === null) return defaults;
  const kept = Object.entries(stored).filter(([key, value]) => {
    const field = settingsSchema.shape[key as keyof Settings];
    return field?.safeParse(value).success ?? false;
  });
  return settingsSchema.parse(Object.fromEntries(kept));
}
