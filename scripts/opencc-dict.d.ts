declare module 'opencc-js/dict/*' {
  /** Entries `from to1 to2` joined by `|`. */
  const entries: string;
  export default entries;
}
