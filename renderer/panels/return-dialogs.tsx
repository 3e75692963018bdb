import type { JSX } from 'react'
import { quantityText } from '../../engine/contract/messages/amounts.ts'
import type { ReturnPicking, StateOf } from '../input/input-state.ts'
import { RETURN_REASONS } from '../input/reasons.ts'
import { isEmpty, needsResettling, pickOf } from '../input/return-picks.ts'
import { AutoFocusInput } from '../parts/auto-focus-input.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { OptionList } from '../parts/option-list.tsx'
import { ReasonList } from '../parts/reason-list.tsx'
import { useTill } from '../parts/till-context.ts'
import { say, type TextKey } from '../text/say.ts'

const lineOf = (picking: ReturnPicking, lineId: string): ReturnPicking['sale']['lines'][number] | undefined =>
  picking.sale.lines.find((line) => line.lineId === lineId)

export function ReturnQuantity({ state }: { readonly state: StateOf<'return-quantity'> }): JSX.Element {
  const till = useTill()
  const line = lineOf(state.picking, state.lineId)
  const title = say('return.quantityTitle', { unit: line?.unit ?? '' })
  return (
    <Dialog title={title} testId="return-quantity">
      <p>
        <strong>{line?.name}</strong> {line?.specification}
      </p>
      <AutoFocusInput
        label={title}
        testId="input-return-quantity"
        value={state.text}
        onChange={till.type}
        placeholder={line === undefined ? '' : quantityText(line.returnable)}
        numeric
        large
      />
      <KeyHints
        hints={[
          { keys: ['Enter'], label: 'key.confirm', tone: 'main' },
          { keys: ['Escape'], label: 'key.back' },
        ]}
      />
    </Dialog>
  )
}

/** The boxes of one line, for a code that cannot be scanned any more. */
export function ReturnCodes({ state }: { readonly state: StateOf<'return-codes'> }): JSX.Element {
  const line = lineOf(state.picking, state.lineId)
  const picked = pickOf(state.picking.picks, state.lineId).codes
  const title = say('return.codesTitle', { name: line?.name ?? '' })
  return (
    <Dialog title={title} testId="return-codes">
      <OptionList
        label={title}
        index={state.index}
        rows={(line?.traceCodes ?? []).map((code) => ({
          key: code,
          content: (
            <span className="figures">
              {picked.includes(code) ? '☑' : '☐'} {code}
            </span>
          ),
        }))}
      />
      <KeyHints
        hints={[
          { keys: ['Enter'], label: 'key.toggle', tone: 'main' },
          { keys: ['ArrowUp', 'ArrowDown'], label: 'key.selectRow' },
          { keys: ['F9'], label: 'key.returnDone' },
        ]}
      />
    </Dialog>
  )
}

/** What returning these goods means for the money. */
export function returnMeaning({ sale, picks }: ReturnPicking): TextKey {
  if (!sale.insured) return 'return.plain'
  return isEmpty(picks) || !needsResettling(sale, picks) ? 'return.whole' : 'return.partial'
}

export function ReturnReasonDialog({ state }: { readonly state: StateOf<'return-reason'> }): JSX.Element {
  const meaning = returnMeaning(state.picking)
  return (
    <Dialog
      title={say('return.reasonTitle')}
      testId="return-reason"
      tone={meaning === 'return.partial' ? 'warning' : 'plain'}
      isQuestion
    >
      <p data-testid="return-meaning">{say(meaning)}</p>
      <ReasonList
        label={say('return.reasonTitle')}
        index={state.index}
        reasons={RETURN_REASONS.map((reason) => say(`return.reason.${reason}`))}
      />
      <KeyHints
        hints={[
          { keys: ['F9'], label: 'key.beginReturn', tone: 'main' },
          { keys: ['ArrowUp', 'ArrowDown'], label: 'key.selectRow' },
          { keys: ['Escape'], label: 'key.back' },
        ]}
      />
    </Dialog>
  )
}

export function ConfirmAbandon(): JSX.Element {
  return (
    <Dialog title={say('return.abandonTitle')} testId="confirm-abandon" isQuestion>
      <p>{say('return.abandonHint')}</p>
      <KeyHints
        hints={[
          { keys: ['Enter', 'Escape'], label: 'key.keep', tone: 'main' },
          { keys: ['Delete'], label: 'key.confirmAbandon', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}
