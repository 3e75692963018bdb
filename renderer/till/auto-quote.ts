import type { SaleView } from '../../engine/contract/sale.ts'
import type { SessionView } from '../../engine/contract/session.ts'
import type { Activity } from '../../engine/contract/status.ts'
import { openSale } from '../input/input-state.ts'

/** What a trial settlement was, or would be, made over: the same text means the same question to the centre. */
export function quoteSubject(sale: SaleView): string {
  const lines = sale.lines.map(({ id, quantity, split, amount }) => [id, quantity, split, amount])
  return JSON.stringify([sale.id, lines, sale.insured?.chosen, sale.insured?.accountUsed])
}

/**
 * The trial settlement that is due by itself, so that an insured sale needs one key after the last scan: a person is
 * chosen, every box has its code, nothing was quoted for this basket, and no trial for it failed before.
 */
export function dueQuote(facts: {
  readonly sale: SaleView | null
  readonly insuranceSign: SessionView['insuranceSign']
  readonly activity: Activity
  /** Subject of the last trial that failed. */
  readonly failed: string | undefined
}): string | undefined {
  const sale = openSale(facts.sale)
  if (sale === undefined || sale.locked || facts.activity !== null || facts.insuranceSign !== 'signed') {
    return undefined
  }
  if (sale.insured === null || sale.insured.chosen === null) return undefined
  const state = sale.settlement?.state
  if (state !== undefined && state !== 'draft') return undefined
  if (!sale.lines.some((line) => line.insurable)) return undefined
  if (sale.lines.some((line) => line.trace.captured < line.trace.needed)) return undefined
  const subject = quoteSubject(sale)
  return subject === facts.failed ? undefined : subject
}
