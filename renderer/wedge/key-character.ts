/** What of a keyboard event tells which character a scanner meant. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** Scanners send the separator of GS1 data as Ctrl+]. */
const GROUP_SEPARATOR = '\u001d'

const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
])

export function isModifier(pressed: PressedKey): boolean {
  return MODIFIERS.has(pressed.key)
}

/** Letter or digit by the key's place, for keys that an input method took before the page saw their character. */
function characterByPlace(code: string, shift: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  return shift ? undefined : /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
}

/** The character that a key writes, or undefined for keys and shortcuts that write none. */
export function characterOf(pressed: PressedKey): string | undefined {
  if (pressed.ctrlKey && pressed.code === 'BracketRight') return GROUP_SEPARATOR
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  if (pressed.key === 'Process') return characterByPlace(pressed.code, pressed.shiftKey)
  return [...pressed.key].length === 1 ? pressed.key : undefined
}
