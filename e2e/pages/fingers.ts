/** Milliseconds between two keys of quick fingers; a scanner is three times as fast. */
export const FINGERS_MS = 60
