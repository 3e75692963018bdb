import type { JSX } from 'react'
import { NUMBER_KEYS } from '../input/keys.ts'
import { KeyCap } from './key-cap.tsx'
import { OptionList } from './option-list.tsx'

/** Reasons to choose from, each with the number that marks it. */
export function ReasonList(props: {
  readonly label: string
  readonly index: number
  readonly reasons: readonly string[]
}): JSX.Element {
  const rows = props.reasons.map((reason, position) => {
    const number = NUMBER_KEYS[position]
    return {
      key: reason,
      content: (
        <>
          {number !== undefined && <KeyCap name={number} />} {reason}
        </>
      ),
    }
  })
  return <OptionList label={props.label} index={props.index} rows={rows} />
}
