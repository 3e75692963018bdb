import type { Approval } from '../parts/second-person-dialog.tsx'
import { say } from '../text/say.ts'
import { noticeOf } from '../till/notice-of.ts'
import { refused } from './refused.ts'
import type { SettingsTools } from './settings-store.ts'
import { kindOf, testOf } from './slots.ts'

/** Tries the selected device and keeps what came of it, unless another was selected meanwhile. */
export async function runTest({ client, store }: SettingsTools): Promise<void> {
  const { slot, test, displayText } = store.getState()
  const what = testOf(kindOf(slot))
  if (test?.kind === 'running' || what === 'drawer') return
  store.setState({ test: { kind: 'running' }, notice: null })
  const tried = await client.call('devices.test', {
    slot,
    what,
    ...(what === 'text' && displayText !== '' && { text: displayText }),
  })
  if (store.getState().slot !== slot) return
  if (tried.ok) {
    store.setState({
      test: { kind: 'done', result: tried.value },
      notice: { tone: 'done', text: 'test.done', parameters: {} },
    })
  } else store.setState({ test: { kind: 'refused' }, notice: noticeOf(tried.problem) })
}

/** Opens the drawer, with the reason that was typed. */
export async function openDrawer(tools: SettingsTools, approval: Approval | undefined): Promise<void> {
  const { client, store } = tools
  const reason = store.getState().drawerReason.trim()
  if (reason === '') {
    const field = say('test.drawerReason')
    store.setState({ notice: { tone: 'trouble', text: 'settings.missing', parameters: { field } } })
    return
  }
  const opened = await client.call('drawer.open', { reason, ...(approval !== undefined && { approval }) })
  if (!opened.ok) return refused(tools, { what: 'drawer', answered: approval !== undefined }, opened.problem)
  store.setState({
    test: { kind: 'done', result: null },
    drawerReason: '',
    notice: { tone: 'done', text: 'test.opened', parameters: {} },
  })
}
