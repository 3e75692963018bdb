import type { EngineClient } from '../connection/engine-client.ts'
import { SCAN_EFFECT } from '../input/scan-effect.ts'
import type { EngineStore } from '../stores/engine-store.ts'
import type { ViewStore } from '../stores/view-store.ts'

/**
 * Tells the engine whom its scanners scan for: what is open on the screen while that takes scans, else the sale. A wedge
 * scanner types into this page and needs no telling.
 */
export function directScans(engine: EngineStore, view: ViewStore, client: EngineClient): void {
  let told: 'sale' | 'screen' | undefined
  const tell = (): void => {
    if (engine.getState().connection !== 'open') {
      // whoever answers next may have been told by another page, or by nobody
      told = undefined
      return
    }
    const to = SCAN_EFFECT[view.getState().input.kind] === 'take' ? 'screen' : 'sale'
    if (to === told) return
    told = to
    void client.call('scan.direct', { to })
  }
  engine.subscribe(tell)
  view.subscribe(tell)
}
