import { useHotkeys } from 'react-hotkeys-hook'
import { keyOf } from '../input/keys.ts'
import { useTill } from './till-context.ts'

/** F1 to F10 belong to the till alone: the browser would reload, search or open its help. */
const FUNCTION_KEY = /^F(?:[1-9]|10)$/

/** Listens to the till's keys wherever the focus is, as long as the calling component is mounted. */
export function useTillKeys(): void {
  const till = useTill()
  useHotkeys(
    '*',
    (event) => {
      if (FUNCTION_KEY.test(event.key)) event.preventDefault()
      const key = keyOf(event)
      if (key !== undefined && till.press(key, event.repeat)) event.preventDefault()
    },
    { enableOnFormTags: true, enableOnContentEditable: true },
    [till],
  )
}
