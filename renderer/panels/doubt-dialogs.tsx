import type { JSX } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'
import type { StateOf } from '../input/input-state.ts'
import { AutoFocusInput } from '../parts/auto-focus-input.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { useTill } from '../parts/till-context.ts'
import { say } from '../text/say.ts'

/** The same person settled the same amount a moment ago: the safe answer is not to settle. */
export function ConfirmRepeat({ state }: { readonly state: StateOf<'confirm-repeat'> }): JSX.Element {
  const { number = '', minutes = 0, amountFen = 0 } = state.warning.params
  return (
    <Dialog title={say('confirm.repeat')} testId="confirm-repeat" tone="warning" isQuestion>
      <p>{say('confirm.repeatWhat', { minutes })}</p>
      <p className="dialog-what figures">
        {say('confirm.repeatSale', { number, amount: groupedYuan(Number(amountFen)) })}
      </p>
      <p>{say('confirm.repeatHint')}</p>
      <KeyHints
        hints={[
          { keys: ['Enter', 'Escape'], label: 'key.notSettle', tone: 'main' },
          { keys: ['Shift+F9'], label: 'key.settleAgain', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}

export function ConfirmReverse(): JSX.Element {
  return (
    <Dialog title={say('confirm.reverse')} testId="confirm-reverse" tone="warning" isQuestion>
      <p>{say('confirm.reverseHint')}</p>
      <KeyHints
        hints={[
          { keys: ['Enter', 'Escape'], label: 'key.notReverse', tone: 'main' },
          { keys: ['F8'], label: 'key.confirmReverse', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}

/** A person says how a case was settled outside the till. */
export function CloseCase({ state }: { readonly state: StateOf<'close-case'> }): JSX.Element {
  const till = useTill()
  return (
    <Dialog title={say('matters.closeTitle')} testId="close-case" tone="warning" isQuestion>
      <p>{say('matters.closeHint')}</p>
      <AutoFocusInput
        label={say('matters.closeNote')}
        testId="input-note"
        value={state.text}
        onChange={till.type}
        placeholder={say('matters.closeNote')}
      />
      <KeyHints
        hints={[
          { keys: ['Escape'], label: 'key.back', tone: 'main' },
          { keys: ['Enter'], label: 'key.closeCase' },
        ]}
      />
    </Dialog>
  )
}
