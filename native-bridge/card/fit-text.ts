/** Control and invisible characters, halves of surrogate pairs, line separators, and code points that are none. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd\ufdd0-\ufdef\ufffe\uffff]/u

/** Whether a text from a device can be shown, stored and sent as it is. */
export const isFitText = (text: string): boolean => !UNFIT.test(text)
