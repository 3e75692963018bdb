import type { JSX } from 'react'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { InputState } from '../input/input-state.ts'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { OptionList } from '../parts/option-list.tsx'
import { say } from '../text/say.ts'

/** The trace codes of one line, whole, and the way to take a wrong one out. */
export function TraceCodes(props: {
  readonly state: Extract<InputState, { kind: 'trace-codes' }>
  readonly sale: SaleView | null
}): JSX.Element {
  const lines = props.sale?.lines ?? []
  const index = lines.findIndex((line) => line.id === props.state.lineId)
  const codes = lines[index]?.trace.codes ?? []
  const title = say('trace.title', { position: index + 1 })
  return (
    <Dialog title={title} testId="trace-codes">
      <p>
        <strong>{lines[index]?.name}</strong> {lines[index]?.specification}
      </p>
      <OptionList
        label={title}
        index={props.state.index}
        rows={codes.map((code) => ({ key: code, content: <span className="figures">{code}</span> }))}
      />
      <KeyHints
        hints={[
          { keys: ['Escape'], label: 'key.back', tone: 'main' },
          { keys: ['ArrowUp', 'ArrowDown'], label: 'key.selectRow' },
          { keys: ['Delete'], label: 'key.removeTraceCode', tone: 'danger' },
        ]}
      />
    </Dialog>
  )
}
