import type { JSX } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { StateOf } from '../input/input-state.ts'
import { UNDO_REASONS } from '../input/reasons.ts'
import { tendersTaken, type Tender } from '../input/rest-state.ts'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { ReasonList } from '../parts/reason-list.tsx'
import { say, type TextKey } from '../text/say.ts'
import { tenderName } from '../till/tender-name.ts'

const nameOf = (tender: Tender): string =>
  `${tenderName(tender)} ${groupedYuan(tender.amount)} ${tender.reference ?? ''}`

/** Which payment goes back before the sale is completed. */
export function UndoTender(props: {
  readonly state: StateOf<'undo-tender'>
  readonly sale: SaleView | null
}): JSX.Element {
  return (
    <Dialog title={say('tender.undo')} testId="undo-tender" isQuestion>
      <p className="muted">{say('tender.undoHint')}</p>
      <ReasonList
        label={say('tender.undo')}
        index={props.state.index}
        reasons={tendersTaken(props.sale).map(nameOf)}
      />
      <Keys goesOn="key.undoTender" />
    </Dialog>
  )
}

/** Why it goes back: the reason stays with the payment. */
export function WhyUndoTender(props: {
  readonly state: StateOf<'undo-reason'>
  readonly sale: SaleView | null
}): JSX.Element {
  const { state, sale } = props
  const tender = tendersTaken(sale).find(({ id }) => id === state.tenderId)
  return (
    <Dialog title={say('tender.undoWhy')} testId="undo-reason" isQuestion>
      <p className="figures">
        <strong>{tender === undefined ? '' : nameOf(tender)}</strong>
      </p>
      <p className="muted">{say('tender.undoHint')}</p>
      <ReasonList
        label={say('tender.undoWhy')}
        index={state.index}
        reasons={UNDO_REASONS.map((reason) => say(`tender.undoReason.${reason}`))}
      />
      <Keys goesOn="key.confirmUndoTender" />
    </Dialog>
  )
}

function Keys({ goesOn }: { readonly goesOn: TextKey }): JSX.Element {
  return (
    <KeyHints
      hints={[
        { keys: ['Enter', 'Escape'], label: 'key.keep', tone: 'main' },
        { keys: ['Shift+Delete'], label: goesOn, tone: 'danger' },
      ]}
    />
  )
}
