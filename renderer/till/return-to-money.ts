import { restState } from '../input/rest-state.ts'
import type { EngineStore } from '../stores/engine-store.ts'
import type { ViewStore } from '../stores/view-store.ts'

/** Nobody sets up a device while money is on its way: whatever starts it, the counter comes back to the screen. */
export function returnToMoney(engine: EngineStore, view: ViewStore): void {
  engine.subscribe((after, before) => {
    if (after.sale === before.sale || view.getState().place === 'till') return
    if (restState(after.sale).kind !== 'idle') view.setState({ place: 'till' })
  })
}
