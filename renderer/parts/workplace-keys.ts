import { useHotkeys } from 'react-hotkeys-hook'
import type { TextKey } from '../text/say.ts'

/** One key of a workplace beside the counter: what it is called and what it does. */
export type WorkplaceKey = {
  /** In the spelling of `KeyboardEvent.key`, with Shift in front. */
  readonly key: string
  readonly label: TextKey
  readonly enabled?: boolean
  readonly run: () => void
}

const FUNCTION_KEY = /^F(?:[1-9]|10)$/
/** Keys that a field or a list of choices needs itself while it has the focus. */
const OF_FIELDS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Delete'])

function isField(element: Element | null): boolean {
  return element instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName)
}

/** Listens to a workplace's keys wherever the focus is, as long as the calling component is mounted. */
export function useWorkplaceKeys(keys: readonly WorkplaceKey[]): void {
  useHotkeys(
    '*',
    (event) => {
      if (FUNCTION_KEY.test(event.key)) event.preventDefault()
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
      if (OF_FIELDS.has(event.key) && isField(document.activeElement)) return
      const name = event.shiftKey ? `Shift+${event.key}` : event.key
      const found = keys.find((one) => one.key === name)
      if (found === undefined || event.repeat) return
      event.preventDefault()
      if (found.enabled !== false) found.run()
    },
    { enableOnFormTags: true, enableOnContentEditable: true },
    [keys],
  )
}
