import type { JSX } from 'react'
import { quantityText, unitPriceText } from '../../engine/contract/messages/amounts.ts'
import type { LineView, SaleView } from '../../engine/contract/sale.ts'
import type { InputState } from '../input/input-state.ts'
import { Amount } from '../parts/amount.tsx'
import { AutoFocusInput } from '../parts/auto-focus-input.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyHints } from '../parts/key-hints.tsx'
import { useTill } from '../parts/till-context.ts'
import { say } from '../text/say.ts'

function lineOf(sale: SaleView | null, lineId: string): { line: LineView | undefined; position: number } {
  const index = sale?.lines.findIndex((line) => line.id === lineId) ?? -1
  return { line: sale?.lines[index], position: index + 1 }
}

export function QuantityEntry(props: {
  readonly state: Extract<InputState, { kind: 'quantity' }>
  readonly sale: SaleView | null
}): JSX.Element {
  const till = useTill()
  const { state, sale } = props
  const { line, position } = lineOf(sale, state.lineId)
  const kind = say(state.split ? 'quantity.split' : 'quantity.pack')
  return (
    <Dialog title={say('quantity.title', { unit: kind })} testId="quantity">
      <p>
        {position} <strong>{line?.name}</strong> {line?.specification}
      </p>
      <AutoFocusInput
        label={say('quantity.title', { unit: kind })}
        testId="input-quantity"
        value={state.text}
        onChange={till.type}
        placeholder={line === undefined ? '' : quantityText(line.quantity)}
        numeric
        large
      />
      <KeyHints
        hints={[
          { keys: ['Enter'], label: 'key.confirm', tone: 'main' },
          { keys: ['F4'], label: state.split ? 'key.toPacks' : 'key.toSplit' },
          { keys: ['Escape'], label: 'key.back' },
        ]}
      />
    </Dialog>
  )
}

export function DiscountEntry(props: {
  readonly state: Extract<InputState, { kind: 'discount' }>
  readonly sale: SaleView | null
}): JSX.Element {
  const till = useTill()
  const { state, sale } = props
  const { line, position } = lineOf(sale, state.lineId)
  const title = state.wholeSale ? say('discount.sale') : say('discount.line', { position })
  const gross = state.wholeSale ? sale?.totals.gross : line?.gross
  return (
    <Dialog title={title} testId="discount">
      <p className="entry-facts">
        <span>{state.wholeSale ? '' : line?.name}</span>
        {gross !== undefined && <Amount fen={gross} size="large" />}
      </p>
      <AutoFocusInput
        label={title}
        testId="input-discount"
        value={state.text}
        onChange={till.type}
        placeholder="0.00"
        numeric
        large
      />
      <KeyHints
        hints={[
          { keys: ['Enter'], label: 'key.confirm', tone: 'main' },
          { keys: ['F8'], label: state.wholeSale ? 'key.toLineDiscount' : 'key.toSaleDiscount' },
          { keys: ['Escape'], label: 'key.back' },
        ]}
      />
    </Dialog>
  )
}

export function PriceEntry(props: {
  readonly state: Extract<InputState, { kind: 'price' }>
  readonly sale: SaleView | null
}): JSX.Element {
  const till = useTill()
  const { line, position } = lineOf(props.sale, props.state.lineId)
  const title = say('price.title', { position })
  return (
    <Dialog title={title} testId="price">
      <p className="entry-facts">
        <span>
          {line?.name} {line?.specification}
        </span>
        {line !== undefined && (
          <span className="figures">
            {say('price.list')} {unitPriceText(line.listPrice ?? line.unitPrice)}
          </span>
        )}
      </p>
      <AutoFocusInput
        label={title}
        testId="input-price"
        value={props.state.text}
        onChange={till.type}
        placeholder={line === undefined ? '' : unitPriceText(line.unitPrice)}
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
