/**
 * Keys that mark a row by its number. They only mark: the first character of a scan arrives like any key, and must not
 * decide anything.
 */
export const NUMBER_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Every key that the till listens to, in the spelling of `KeyboardEvent.key`, with Shift in front. */
export const KEYS = [
  'F1',
  'F2',
  'F3',
  'F4',
  'F5',
  'F6',
  'F8',
  'F9',
  'F10',
  'F11',
  'Shift+F1',
  'Shift+F2',
  'Shift+F3',
  'Shift+F4',
  'Shift+F5',
  'Shift+F6',
  'Shift+F7',
  'Shift+F8',
  'Shift+F9',
  'Shift+F11',
  'Shift+F12',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  ...NUMBER_KEYS,
  'Delete',
  'Shift+Delete',
  'Enter',
  'Escape',
] as const

export type Key = (typeof KEYS)[number]

const isKey = (name: string): name is Key => (KEYS as readonly string[]).includes(name)

/** The key that an event presses, or undefined when the till has no use for it. */
export function keyOf(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>,
): Key | undefined {
  // Enter and the arrows belong to the input method while it has a word open
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return undefined
  const name = event.shiftKey ? `Shift+${event.key}` : event.key
  return isKey(name) ? name : undefined
}

/** How a key is written on the screen. */
export function keyLabel(key: Key): string {
  return key
    .replace('Shift+', '⇧')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('Delete', 'Del')
    .replace('Escape', 'Esc')
}
