import type { JSX } from 'react'
import { quantityText } from '../../engine/contract/messages/amounts.ts'
import type { ReturnPicking } from '../input/input-state.ts'
import { byBoxes, pickOf, type Pick } from '../input/return-picks.ts'
import { Amount } from '../parts/amount.tsx'
import { LookRows } from '../parts/look-rows.tsx'
import { say } from '../text/say.ts'

type Line = ReturnPicking['sale']['lines'][number]

/** Digits by which two boxes of one good are told apart. */
const TAIL_LENGTH = 4

/** Which boxes come back: scanned one by one, or so many of what carries no code. */
export function ReturnLines({ picking }: { readonly picking: ReturnPicking }): JSX.Element {
  const { sale, picks, index } = picking
  return (
    <section className="look" aria-label={say('return.lines')} data-testid="return-lines">
      <h2>
        {say('return.lines')} <span className="muted look-hint">{say('return.linesHint')}</span>
      </h2>
      <div className="return-lines-grid look-head" aria-hidden="true">
        <span>{say('return.goods')}</span>
        <span className="right">{say('return.sold')}</span>
        <span className="right">{say('return.returnable')}</span>
        <span className="right">{say('return.returns')}</span>
        <span>{say('return.boxes')}</span>
        <span className="right">{say('basket.amount')}</span>
      </div>
      <LookRows
        label={say('return.lines')}
        rows={sale.lines.map((line) => ({
          key: line.lineId,
          content: <Row line={line} pick={pickOf(picks, line.lineId)} />,
        }))}
        index={index}
        className="return-lines-grid return-line"
        testId="return-line"
        empty={say('return.none')}
      />
    </section>
  )
}

function Row({ line, pick }: { readonly line: Line; readonly pick: Pick }): JSX.Element {
  return (
    <>
      <span className="clip">
        <strong>{line.name}</strong> {line.specification}{' '}
        {line.insured && <span className="chip">{say('return.insuredLine')}</span>}
      </span>
      <span className="right figures muted">
        {quantityText(line.quantity)}
        {line.unit}
      </span>
      <span className="right figures">{quantityText(line.returnable)}</span>
      <span
        className={`right figures return-count ${pick.quantity > 0 ? 'is-picked' : ''}`}
        data-testid="return-count"
      >
        {quantityText(pick.quantity)}
      </span>
      <Boxes line={line} pick={pick} />
      <Amount fen={line.amount} />
    </>
  )
}

function Boxes({ line, pick }: { readonly line: Line; readonly pick: Pick }): JSX.Element {
  if (line.returnable === 0) return <span className="muted">{say('return.gone')}</span>
  if (!byBoxes(line)) return <span className="muted">{say('return.noCodes')}</span>
  return (
    <span className="return-boxes figures">
      {line.traceCodes.map((code) => {
        const isPicked = pick.codes.includes(code)
        return (
          <span key={code} className={isPicked ? 'box is-picked' : 'box'}>
            {isPicked ? '✓' : '·'}
            {code.slice(-TAIL_LENGTH)}
          </span>
        )
      })}
    </span>
  )
}
