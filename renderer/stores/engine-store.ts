import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CaseView, OpenSettlement } from '../../engine/contract/resolving.ts'
import type { ReturnView } from '../../engine/contract/returns.ts'
import type { PrintJobView } from '../../engine/contract/printing.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { SessionView } from '../../engine/contract/session.ts'
import type { Activity, StatusView } from '../../engine/contract/status.ts'
import type { OpenTender } from '../../engine/contract/tenders.ts'
import type { EngineClient } from '../connection/engine-client.ts'

/** What the engine last said. A projection: nothing here is true because the page thinks so. */
export type EngineProjection = {
  /** `open` only after session, sale and status have been fetched. */
  readonly connection: 'connecting' | 'open' | 'lost'
  readonly session: SessionView | null
  readonly sale: SaleView | null
  readonly status: StatusView | null
  readonly activity: Activity
  /** What is open at this till, of whatever sale. */
  readonly settlements: readonly OpenSettlement[]
  readonly cases: readonly CaseView[]
  readonly tenders: readonly OpenTender[]
  readonly returns: readonly ReturnView[]
  /** What is not on paper, or perhaps not. */
  readonly printJobs: readonly PrintJobView[]
}

export type EngineStore = StoreApi<EngineProjection>

const NOTHING_YET: EngineProjection = {
  connection: 'connecting',
  session: null,
  sale: null,
  status: null,
  activity: null,
  settlements: [],
  cases: [],
  tenders: [],
  returns: [],
  printJobs: [],
}

/** Fetches everything that the screens stand on. False when the way to the engine broke meanwhile. */
async function fetchAll(client: EngineClient, store: EngineStore): Promise<boolean> {
  const [session, sale, status, printing, open] = await Promise.all([
    client.call('session.get', {}),
    client.call('sale.current', {}),
    client.call('status.get', {}),
    client.call('printing.list', {}),
    fetchOpen(client),
  ])
  if (!session.ok || !sale.ok || !status.ok || !printing.ok || open === undefined) return false
  store.setState((known) => {
    // a sale that was completed on this screen stays there until the next one; the engine calls it no sale
    const completed = sale.value.sale === null && known.sale?.state === 'completed' ? known.sale : null
    return {
      session: session.value,
      sale: sale.value.sale ?? completed,
      status: status.value,
      printJobs: printing.value.jobs,
      ...open,
    }
  })
  return true
}

type Open = Pick<EngineProjection, 'settlements' | 'cases' | 'tenders' | 'returns'>

/** Everything whose end is open, whatever sale it belongs to. */
async function fetchOpen(client: EngineClient): Promise<Open | undefined> {
  const [settlements, cases, tenders, returns] = await Promise.all([
    client.call('resolving.list', {}),
    client.call('cases.list', {}),
    client.call('tender.open', {}),
    client.call('returns.open', {}),
  ])
  if (!settlements.ok || !cases.ok || !tenders.ok || !returns.ok) return undefined
  return { ...settlements.value, ...cases.value, ...tenders.value, ...returns.value }
}

/** The unfinished returns after one of them changed, each in its place. */
export function withReturn(known: readonly ReturnView[], changed: ReturnView): readonly ReturnView[] {
  const isOver = changed.state === 'abandoned' || changed.state === 'completed'
  if (isOver) return known.filter((one) => one.id !== changed.id)
  return known.some((one) => one.id === changed.id)
    ? known.map((one) => (one.id === changed.id ? changed : one))
    : [...known, changed]
}

/**
 * Keeps a projection of the engine: events replace what they tell, and everything is fetched anew after each
 * connection. `onFetched` runs each time before the screens come alive again.
 */
export function createEngineStore(client: EngineClient, onFetched: () => Promise<void>): EngineStore {
  const store: EngineStore = createStore(() => NOTHING_YET)
  let connectionNumber = 0
  const refresh = async (): Promise<void> => {
    const mine = ++connectionNumber
    store.setState({ activity: null })
    if (!(await fetchAll(client, store))) return
    await onFetched()
    if (mine === connectionNumber) store.setState({ connection: 'open' })
  }
  client.onConnection((connected) => {
    if (connected) void refresh()
    else {
      connectionNumber += 1
      store.setState({ connection: 'lost', activity: null })
    }
  })
  client.on('session.changed', (session) => store.setState({ session }))
  client.on('sale.changed', (sale) => store.setState({ sale }))
  client.on('status.changed', (status) => store.setState({ status }))
  client.on('printing.changed', ({ jobs }) => store.setState({ printJobs: jobs }))
  client.on('activity.changed', (activity) => store.setState({ activity }))
  client.on('resolving.changed', ({ settlements }) => store.setState({ settlements }))
  client.on('cases.changed', ({ cases }) => store.setState({ cases }))
  client.on('tenders.changed', ({ tenders }) => store.setState({ tenders }))
  client.on('return.changed', (changed) =>
    store.setState(({ returns }) => ({ returns: withReturn(returns, changed) })),
  )
  return store
}
