import type { JSX } from 'react'
import type { InsuranceOption } from '../../engine/contract/insured.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { InputState } from '../input/input-state.ts'
import { Amount } from '../parts/amount.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { OptionList } from '../parts/option-list.tsx'
import { say } from '../text/say.ts'

/** Which of a person's insurances settles; also the way to another person, or to none. */
export function ChooseInsurance(props: {
  readonly state: Extract<InputState, { kind: 'choose-insurance' }>
  readonly sale: SaleView | null
}): JSX.Element | null {
  const insured = props.sale?.insured ?? null
  if (insured === null) return null
  const rows = insured.options.map((option) => ({
    key: String(option.position),
    disabled: !option.normal,
    content: <Option option={option} />,
  }))
  return (
    <Dialog title={`${insured.personName} · ${say('choose.insurance')}`} testId="choose-insurance" isQuestion>
      <OptionList label={say('choose.insurance')} index={props.state.index} rows={rows} />
      <KeyHints
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: 'key.selectRow' },
          { keys: ['Enter'], label: 'key.choose', tone: 'main' },
          { keys: ['F3'], label: 'key.otherPerson' },
          { keys: ['Delete'], label: 'key.clearPerson', tone: 'danger' },
          { keys: ['Escape'], label: 'key.back' },
        ]}
      />
    </Dialog>
  )
}

function Option({ option }: { readonly option: InsuranceOption }): JSX.Element {
  return (
    <span className="insurance-option">
      <span>
        <strong>
          {option.insuranceType} {option.insuranceTypeName}
        </strong>{' '}
        {say(`person.locality.${option.locality}`)} <span className="figures">{option.place}</span>
      </span>
      <span className="muted insurance-employer">{option.employer ?? ''}</span>
      <span>
        {option.normal ? (
          <>
            {say('person.balance')} <Amount fen={option.balance} />
          </>
        ) : (
          <span className="chip chip-danger">{say('person.notNormal')}</span>
        )}
      </span>
    </span>
  )
}
