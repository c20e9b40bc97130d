/** Encodings that lists come in, by their WHATWG labels. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'big5', 'gb18030', 'shift_jis'] as const;
export type Encoding = (typeof encodings)[number];
