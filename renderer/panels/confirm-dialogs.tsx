import type { JSX } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import { DRAWER_REASONS, REMOVE_REASONS, VOID_REASONS } from '../input/reasons.ts'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { ReasonList } from '../parts/reason-list.tsx'
import { useEngine } from '../parts/till-context.ts'
import { say } from '../text/say.ts'

export function ConfirmRemove(props: {
  readonly lineId: string
  readonly index: number
  readonly sale: SaleView | null
}): JSX.Element {
  const lines = props.sale?.lines ?? []
  const index = lines.findIndex((line) => line.id === props.lineId)
  const line = lines[index]
  return (
    <Dialog title={say('confirm.remove', { position: index + 1 })} testId="confirm-remove" isQuestion>
      <p>
        <strong>{line?.name}</strong> {line?.specification}
      </p>
      {line !== undefined && line.trace.captured > 0 && <p className="muted">{say('confirm.removeHint')}</p>}
      <ReasonList
        label={say('confirm.remove', { position: index + 1 })}
        index={props.index}
        reasons={REMOVE_REASONS.map((reason) => say(`confirm.removeReason.${reason}`))}
      />
      <KeyHints
        hints={[
          { keys: ['Enter', 'Escape'], label: 'key.keep', tone: 'main' },
          { keys: ['Delete'], label: 'key.confirmRemove', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}

export function ConfirmVoid(props: { readonly index: number; readonly sale: SaleView | null }): JSX.Element {
  const { index, sale } = props
  const reasons = VOID_REASONS.map((reason) => say(`confirm.reason.${reason}`))
  const lines = sale?.lines.length ?? 0
  const total = groupedYuan(sale?.totals.total ?? 0)
  return (
    <Dialog title={say('confirm.void')} testId="confirm-void" isQuestion>
      <p>{say('confirm.voidHint', { lines, total })}</p>
      <ReasonList label={say('confirm.void')} index={index} reasons={reasons} />
      <KeyHints
        hints={[
          { keys: ['Enter', 'Escape'], label: 'key.keep', tone: 'main' },
          { keys: ['ArrowUp', 'ArrowDown'], label: 'key.selectRow' },
          { keys: ['Shift+Delete'], label: 'key.confirmVoid', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}

export function OpenDrawer({ index }: { readonly index: number }): JSX.Element {
  return (
    <Dialog title={say('drawer.title')} testId="open-drawer" isQuestion>
      <p className="muted">{say('drawer.hint')}</p>
      <ReasonList
        label={say('drawer.title')}
        index={index}
        reasons={DRAWER_REASONS.map((reason) => say(`drawer.reason.${reason}`))}
      />
      <KeyHints
        hints={[
          { keys: ['Enter', 'Escape'], label: 'key.notOpenDrawer', tone: 'main' },
          { keys: ['F9'], label: 'key.openDrawer', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}

export function ConfirmSignOut(): JSX.Element {
  const waiting = useEngine((engine) => engine.status?.uploadsWaiting ?? 0)
  const name = useEngine((engine) => engine.session?.operator?.name ?? '')
  return (
    <Dialog title={`${name} · ${say('confirm.signOut')}`} testId="confirm-sign-out" isQuestion>
      <p>{say('confirm.signOutHint')}</p>
      {waiting > 0 && (
        <p className="chip chip-warning">{say('confirm.signOutUploads', { count: waiting })}</p>
      )}
      <KeyHints
        hints={[
          { keys: ['Enter', 'Escape'], label: 'key.stay', tone: 'main' },
          { keys: ['Shift+F12'], label: 'key.confirmSignOut', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}
