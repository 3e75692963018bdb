import type { SaleView } from '../../engine/contract/sale.ts'
import type { ScanOutcome } from '../../engine/contract/scan.ts'
import type { EngineClient } from '../connection/engine-client.ts'
import type { InputEvent } from '../input/receive.ts'
import { restState } from '../input/rest-state.ts'
import type { Tones } from '../sound/tones.ts'
import type { Badges } from '../parts/badges.ts'
import type { EngineStore } from '../stores/engine-store.ts'
import type { ViewStore } from '../stores/view-store.ts'
import { isUnknownOutcome } from './notice-of.ts'
import type { TillParts } from './till.ts'

/** Keeps keyboard, sounds and memory in step with what the engine tells. */
export function followEngine(
  { client, memory, tones }: TillParts,
  badges: Badges,
  engine: EngineStore,
  view: ViewStore,
  accept: (event: InputEvent) => void,
): void {
  engine.subscribe((after, before) => {
    if (after.sale !== before.sale) {
      accept({ type: 'sale-changed', before: before.sale })
      if (startsAnew(before.sale, after.sale)) view.setState({ notice: null })
    }
    const [here, wasHere] = [after, before].map(({ session }) => session?.operator != null)
    if (wasHere === true && here !== true) view.setState({ input: { kind: 'idle' }, notice: null })
    // whoever has just come finds the till where the sale is
    if (here === true && wasHere !== true) view.setState({ input: restState(after.sale) })
  })
  view.subscribe((after, before) => {
    if (after.input === before.input) return
    if (after.input.kind === 'result') memory.keepResult(after.input.saleId)
    else if (before.input.kind === 'result') memory.keepResult(null)
  })
  const again = (): void => void followReturns(client, engine, view, accept)
  client.on('resolving.changed', again)
  client.on('tenders.changed', again)
  client.on('return.changed', (changed) => accept({ type: 'return', view: changed, opens: false }))
  client.on('device.read', ({ outcome, refusal }) => {
    if (outcome === 'used') return tones.accepted()
    tones.refused()
    if (refusal !== null && !isUnknownOutcome(refusal))
      view.setState({ notice: { tone: 'refused', refusal } })
  })
  client.on('badge.shown', ({ operatorNumber }) => {
    if (badges.show(operatorNumber)) return tones.accepted()
    tones.refused()
    view.setState({
      notice: {
        tone: 'refused',
        refusal: { code: 'SCAN_NOT_EXPECTED', params: { what: 'operator-badge' } },
      },
    })
  })
  client.on('scan.handled', (outcome) => {
    sound(tones, outcome)
    const { refusal } = outcome
    const isSaid = refusal === null || isUnknownOutcome(refusal)
    view.setState({ notice: isSaid ? null : { tone: 'refused', refusal } })
    accept({ type: 'scan-handled', outcome })
  })
}

const startsAnew = (before: SaleView | null, after: SaleView | null): boolean =>
  after !== null && before?.id !== after.id

function sound(tones: Tones, outcome: ScanOutcome): void {
  // a question needs the eyes as much as a refusal does
  if (outcome.kind === 'refused' || outcome.kind === 'choose-goods') tones.refused()
  else tones.accepted()
}

/** After a reload the result of the last sale stands there again, if nothing was begun since. */
export async function restoreResult(
  { client, memory, now }: TillParts,
  engine: () => EngineStore,
  view: ViewStore,
): Promise<void> {
  const saleId = memory.keptResult()
  if (saleId === null || engine().getState().sale !== null) return
  const found = await client.call('sale.get', { saleId })
  if (!found.ok || found.value.sale.state !== 'completed' || engine().getState().sale !== null) return
  engine().setState({ sale: found.value.sale })
  view.setState({ input: { kind: 'result', saleId, since: now() } })
}

/** What the till found out about a cancellation or a refund moves a return on; nobody else tells that it did. */
async function followReturns(
  client: EngineClient,
  engine: EngineStore,
  view: ViewStore,
  accept: (event: InputEvent) => void,
): Promise<void> {
  const { input } = view.getState()
  const shown = 'view' in input ? input.view.id : undefined
  if (shown === undefined && engine.getState().returns.length === 0) return
  const open = await client.call('returns.open', {})
  if (open.ok) engine.setState({ returns: open.value.returns })
  if (shown === undefined) return
  const found = await client.call('returns.get', { returnId: shown })
  if (found.ok) accept({ type: 'return', view: found.value.return, opens: false })
}
