import { describe, expect, it } from 'vitest'
import { SETTLEMENT_STATE_NAMES } from '../../engine/contract/messages/refusal-words.ts'
import { sampleInsured, sampleSale, sampleSettlement } from '../testing/sample-sale.ts'
import { dueQuote, quoteSubject } from './auto-quote.ts'
import { splitFigures } from './split.ts'

// the names are a total record over the states
const settlementStates = Object.keys(SETTLEMENT_STATE_NAMES) as (keyof typeof SETTLEMENT_STATE_NAMES)[]

describe('who pays what', () => {
  it('is all cash without insurance', () => {
    expect(splitFigures(sampleSale())).toMatchObject({ stage: 'none', total: 2500, fund: null, cash: 2500 })
  })

  it('is the total less what the insurance will pay, after the trial', () => {
    const sale = sampleSale({ insured: sampleInsured(), settlement: sampleSettlement() })
    expect(splitFigures(sale)).toMatchObject({ stage: 'estimate', fund: 500, account: 1500, cash: 500 })
  })

  it('does not name the cash part while nobody knows it', () => {
    for (const state of ['sent', 'unknown', 'disputed', 'reversing'] as const) {
      const sale = sampleSale({ insured: sampleInsured(), settlement: sampleSettlement({ state }) })
      expect(splitFigures(sale).cash).toBeNull()
    }
  })

  it.each(settlementStates)('has a look for %s', (state) => {
    const { stage } = splitFigures(sampleSale({ settlement: sampleSettlement({ state }) }))
    // unknown must never look like success or failure
    if (state.endsWith('unknown')) expect(stage).toBe('unknown')
    if (stage === 'settled') expect(state).toBe('settled')
  })
})

describe('the trial that starts by itself', () => {
  const sale = sampleSale({ insured: sampleInsured() })
  const facts = { sale, insuranceSign: 'signed', activity: null, failed: undefined } as const

  it('is due once person and codes are complete', () => {
    expect(dueQuote(facts)).toBe(quoteSubject(sale))
  })

  it('is not asked again for a basket for which it failed, but for the next one', () => {
    const failed = quoteSubject(sale)
    expect(dueQuote({ ...facts, failed })).toBeUndefined()
    const changed = { ...sale, insured: sampleInsured({ accountUsed: false }) }
    expect(dueQuote({ ...facts, sale: changed, failed })).toBe(quoteSubject(changed))
  })

  it.each([
    ['nobody is identified', sampleSale()],
    ['the place was not chosen', sampleSale({ insured: sampleInsured({ chosen: null }) })],
    ['it was quoted', sampleSale({ insured: sampleInsured(), settlement: sampleSettlement() })],
    [
      'the settlement was refused',
      sampleSale({ insured: sampleInsured(), settlement: sampleSettlement({ state: 'refused' }) }),
    ],
    ['the sale is locked', sampleSale({ insured: sampleInsured(), locked: true })],
    ['there is no line', sampleSale({ insured: sampleInsured(), lines: [] })],
    ['the sale is over', sampleSale({ insured: sampleInsured(), state: 'completed' })],
  ])('is not due when %s', (_why, other) => {
    expect(dueQuote({ ...facts, sale: other })).toBeUndefined()
  })

  it('waits while the centre is busy or the shift is not signed in there', () => {
    expect(dueQuote({ ...facts, activity: { kind: 'identify', since: 0 } })).toBeUndefined()
    expect(dueQuote({ ...facts, insuranceSign: 'waiting' })).toBeUndefined()
  })
})
