import type { EngineClient } from '../connection/engine-client.ts'
import type { InputState } from '../input/input-state.ts'
import { currentStep } from '../input/offers-of-return-steps.ts'
import { SCAN_EFFECT } from '../input/scan-effect.ts'
import type { EngineStore } from '../stores/engine-store.ts'
import type { ViewStore } from '../stores/view-store.ts'

/** The return whose person is waited for, so that cards and codes on the till's readers are for it. */
function waitingReturn(state: InputState): { readonly returnId: string } | undefined {
  if (state.kind !== 'return-steps' && state.kind !== 'return-identify') return undefined
  return currentStep(state.view)?.kind === 'identify' ? { returnId: state.view.id } : undefined
}

/**
 * Tells the engine whom its scanners and readers read for: what is open on the screen while that takes scans, else the
 * sale. A wedge scanner types into this page and needs no telling.
 */
export function directScans(engine: EngineStore, view: ViewStore, client: EngineClient): void {
  let told: string | undefined
  const tell = (): void => {
    if (engine.getState().connection !== 'open') {
      // whoever answers next may have been told by another page, or by nobody
      told = undefined
      return
    }
    const { input } = view.getState()
    const to = SCAN_EFFECT[input.kind] === 'take' ? 'screen' : 'sale'
    const direction = { to, ...waitingReturn(input) } as const
    const said = JSON.stringify(direction)
    if (said === told) return
    told = said
    void client.call('scan.direct', direction)
  }
  engine.subscribe(tell)
  view.subscribe(tell)
}
