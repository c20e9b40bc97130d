/** Id of the reader's own collection. */
export const MY_PACK = 'mine';

/** Id of the pack that comes with the extension. */
export const BUNDLED_PACK = 'policy-gloss';
