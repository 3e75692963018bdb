import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SelfTestReport } from '../../engine/contract/selftest.ts'
import type { EngineClient } from '../connection/engine-client.ts'
import { saveText } from '../shell/till-shell.ts'
import type { Notice } from '../stores/view-store.ts'
import { noticeOf } from '../till/notice-of.ts'

export type SelfTestState = {
  readonly report: SelfTestReport | null
  readonly running: boolean
  readonly notice: Notice | null
}

export type SelfTest = {
  readonly store: StoreApi<SelfTestState>
  readonly run: () => Promise<void>
  readonly exportFile: (page: Window) => Promise<void>
}

/** Makes the page's state and verbs. Progress comes by events, so it is seen also when another program started the test. */
export function createSelfTest(client: EngineClient): SelfTest {
  const store = createStore<SelfTestState>(() => ({ report: null, running: false, notice: null }))
  client.on('selftest.changed', (report) => store.setState({ report, running: report.finishedAt === null }))
  return {
    store,
    run: async () => {
      if (store.getState().running) return
      store.setState({ running: true, notice: null })
      const ran = await client.call('selftest.run', {})
      if (ran.ok) store.setState({ report: ran.value, running: false })
      else store.setState({ running: false, notice: noticeOf(ran.problem) })
    },
    exportFile: async (page) => {
      const made = await client.call('selftest.export', {})
      if (!made.ok) return store.setState({ notice: noticeOf(made.problem) })
      const { fileName, text } = made.value
      const outcome = await saveText(page, fileName, text)
      store.setState({ notice: WORDS[outcome](fileName) })
    },
  }
}

const WORDS = {
  saved: (file: string): Notice => ({ tone: 'done', text: 'selfTest.exported', parameters: { file } }),
  cancelled: (): Notice => ({ tone: 'waiting', text: 'selfTest.exportCancelled', parameters: {} }),
  failed: (): Notice => ({ tone: 'trouble', text: 'selfTest.exportFailed', parameters: {} }),
}
