import type { JSX } from 'react'
import { groupedYuan, quantityText, unitPriceText } from '../../engine/contract/messages/amounts.ts'
import type { LineView } from '../../engine/contract/sale.ts'
import { Amount } from '../parts/amount.tsx'
import { say } from '../text/say.ts'

/** Digits by which two trace codes of one good are told apart. */
const TAIL_LENGTH = 4
const TAILS_SHOWN = 4

/** The cells of one line: what it is and costs, and below it lot, expiry and trace codes. */
export function BasketLine(props: { readonly line: LineView; readonly position: number }): JSX.Element {
  const { line, position } = props
  return (
    <>
      <span className="basket-position figures">{position}</span>
      <span className="basket-goods">
        <span className="basket-name">
          <strong>{line.name}</strong> <span>{line.specification}</span>{' '}
          <span className="muted">{line.manufacturer}</span>
          <Marks line={line} />
        </span>
        <span className="basket-second">
          <Batch line={line} />
          <Trace line={line} />
        </span>
      </span>
      <span className="right figures basket-quantity" data-testid="line-quantity">
        {quantityText(line.quantity)}
        <span className="muted basket-unit">{line.unit}</span>
      </span>
      <span className="right figures">{unitPriceText(line.unitPrice)}</span>
      <span className="basket-amount">
        <Amount fen={line.amount} />
        {line.discount > 0 && (
          <span className="basket-discount figures">
            {say('basket.discount', { amount: groupedYuan(line.discount) })}
          </span>
        )}
      </span>
    </>
  )
}

function Marks({ line }: { readonly line: LineView }): JSX.Element {
  return (
    <>
      {line.split && <span className="chip">{say('basket.split')}</span>}
      {!line.insurable && <span className="chip">{say('basket.selfPaid')}</span>}
      {line.prescriptionClass !== '0' && (
        <span className="chip">{say(`basket.prescription.${line.prescriptionClass}`)}</span>
      )}
    </>
  )
}

function Batch({ line }: { readonly line: LineView }): JSX.Element | null {
  if (line.lotNumber === null && line.expiresOn === null) return null
  return (
    <span className="muted figures">
      {line.lotNumber !== null && say('basket.lot', { lot: line.lotNumber })}{' '}
      {line.expiresOn !== null && say('basket.expiry', { date: line.expiresOn })}
    </span>
  )
}

function Trace({ line }: { readonly line: LineView }): JSX.Element {
  const { needed, captured, codes } = line.trace
  if (needed === 0) return <span className="muted">{say('basket.noTrace')}</span>
  const isDone = captured >= needed
  const tails = codes.slice(0, TAILS_SHOWN).map((code) => code.slice(-TAIL_LENGTH))
  return (
    <span className={isDone ? 'trace-done' : 'trace-missing'} data-testid="line-trace">
      <span className="figures">{say('basket.trace', { captured, needed })}</span>{' '}
      {isDone ? `✓ ${say('basket.traceDone')}` : `◀ ${say('basket.traceMissing')}`}{' '}
      <span className="muted figures">
        {tails.length > 0 && say('basket.tails', { tails: tails.join(' ') })}
        {codes.length > TAILS_SHOWN && ` +${codes.length - TAILS_SHOWN}`}
      </span>
    </span>
  )
}
