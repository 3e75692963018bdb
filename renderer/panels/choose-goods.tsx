import type { JSX } from 'react'
import type { InputState } from '../input/input-state.ts'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { OptionList } from '../parts/option-list.tsx'
import { say } from '../text/say.ts'

/** One barcode, several goods: the box tells which. */
export function ChooseGoods(props: {
  readonly state: Extract<InputState, { kind: 'choose-goods' }>
}): JSX.Element {
  const { choices, index, waiting } = props.state
  const rows = choices.map((choice) => ({
    key: String(choice.goodsId),
    content: (
      <>
        <strong>{choice.name}</strong> {choice.specification}{' '}
        <span className="muted">{choice.manufacturer}</span>
      </>
    ),
  }))
  return (
    <Dialog title={say('choose.goods')} testId="choose-goods" isQuestion>
      <OptionList label={say('choose.goods')} index={index} rows={rows} />
      {waiting.length > 0 && <p className="muted">{say('choose.waiting', { count: waiting.length })}</p>}
      <KeyHints
        hints={[
          { keys: ['ArrowUp', 'ArrowDown'], label: 'key.selectRow' },
          { keys: ['Enter'], label: 'key.choose', tone: 'main' },
          { keys: ['Escape'], label: 'key.dropScan' },
        ]}
      />
    </Dialog>
  )
}
