import type { JSX } from 'react'
import { groupedYuan } from '../../engine/contract/messages/amounts.ts'

export type AmountSize = 'normal' | 'large' | 'huge'

/** An amount of money in integer fen: two decimals, thousands apart, figures of one width, to the right. */
export function Amount(props: {
  readonly fen: number
  readonly size?: AmountSize
  readonly testId?: string
}): JSX.Element {
  const { fen, size = 'normal', testId } = props
  return (
    <span className={`amount amount-${size}`} data-testid={testId}>
      {groupedYuan(fen)}
    </span>
  )
}

/** Stands where an amount will be, with the same size, while nobody knows it. */
export function NoAmount(props: { readonly size?: AmountSize; readonly testId?: string }): JSX.Element {
  const { size = 'normal', testId } = props
  return (
    <span className={`amount amount-${size} amount-none`} data-testid={testId}>
      —
    </span>
  )
}
