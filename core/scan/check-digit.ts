/**
 * True when the last digit of a GTIN (8, 12, 13 or 14 digits, nothing else in the text) is its check digit:
 * weights 3 and 1 alternate from the right (GS1 General Specifications 7.9.1; GB 12904).
 */
export function hasGtinCheckDigit(digits: string): boolean {
  let sum = 0
  for (let index = digits.length - 2, weight = 3; index >= 0; index -= 1, weight = 4 - weight) {
    sum += (digits.charCodeAt(index) - 48) * weight
  }
  return (10 - (sum % 10)) % 10 === digits.charCodeAt(digits.length - 1) - 48
}
