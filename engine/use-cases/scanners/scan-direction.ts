import type { EventBus } from '../../ports/event-bus.ts'

/** For whom things are shown to the till's own scanners and readers. */
export type Direction =
  | { readonly to: 'sale' }
  /** What is open on the screen; `returnId` is a return that waits for its person. */
  | { readonly to: 'screen'; readonly returnId?: string | undefined }

/** Whom the till's own scanners scan for. */
export type ScanDirection = {
  readonly direct: (direction: Direction) => void
  readonly current: () => Direction
  /** Takes one scan from any scanner of the till. */
  readonly take: (text: string) => void
}

/** Scans go to the sale until a screen asks for them; `submit` brings one into the sale. */
export function createScanDirection(
  events: Pick<EventBus, 'emit'>,
  submit: (text: string) => void,
): ScanDirection {
  let direction: Direction = { to: 'sale' }
  return {
    direct: (next) => {
      direction = next
    },
    current: () => direction,
    take: (text) => {
      if (direction.to === 'screen') events.emit('scan.read', { text })
      else submit(text)
    },
  }
}
