import type { EventBus } from '../../ports/event-bus.ts'

/** Whom the till's own scanners scan for. */
export type ScanDirection = {
  readonly direct: (to: 'sale' | 'screen') => void
  /** Takes one scan from any scanner of the till. */
  readonly take: (text: string) => void
}

/** Scans go to the sale until a screen asks for them; `submit` brings one into the sale. */
export function createScanDirection(
  events: Pick<EventBus, 'emit'>,
  submit: (text: string) => void,
): ScanDirection {
  let direction: 'sale' | 'screen' = 'sale'
  return {
    direct: (to) => {
      direction = to
    },
    take: (text) => {
      if (direction === 'screen') events.emit('scan.read', { text })
      else submit(text)
    },
  }
}
