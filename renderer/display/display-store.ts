import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DisplayView } from '../../engine/contract/devices.ts'
import type { EngineClient } from '../connection/engine-client.ts'

/** What the customer's screen stands on: what the engine lets a customer see, and the shop's name. */
export type DisplayState = {
  readonly connected: boolean
  readonly shopName: string
  readonly view: DisplayView | null
}

/** Keeps what the engine last told. After each connection it is fetched once; then only events change it. */
export function createDisplayStore(client: EngineClient | undefined): StoreApi<DisplayState> {
  const store = createStore<DisplayState>(() => ({ connected: false, shopName: '', view: null }))
  if (client === undefined) return store
  const fetchOnce = async (): Promise<void> => {
    const [view, session] = await Promise.all([
      client.call('display.view', {}),
      client.call('session.get', {}),
    ])
    if (!view.ok || !session.ok) return
    store.setState({ connected: true, view: view.value, shopName: session.value.shop.name })
  }
  client.on('display.changed', (view) => store.setState({ view }))
  client.onConnection((connected) => {
    if (connected) void fetchOnce()
    // an old basket must not stand there while nobody knows the new one
    else store.setState({ connected: false, view: null })
  })
  return store
}
