import { describe, expect, it } from 'vitest'
import {
  sampleFacts,
  sampleInsured,
  sampleSale,
  sampleSettlement,
  sampleTender,
} from '../testing/sample-sale.ts'
import type { InputState } from './input-state.ts'
import { press } from './press.ts'
import { receive } from './receive.ts'
import { takeScan } from './take-scan.ts'

const PAYING: InputState = { kind: 'paying', text: '' }
const facts = sampleFacts({ sale: sampleSale({ payableBy: ['cash', 'bank-card', 'qr'] }) })

describe('ways of paying', () => {
  it('F9 takes a part in cash, never more than is owed, and nothing while the field is empty', () => {
    expect(press(PAYING, 'F9', facts)).toBe('ignored')
    expect(press({ kind: 'paying', text: '5' }, 'F9', facts)).toMatchObject({
      command: { do: 'take-cash', amount: 500 },
    })
    expect(press({ kind: 'paying', text: '25' }, 'F9', facts)).toBe('ignored')
    expect(press({ kind: 'paying', text: '0' }, 'F9', facts)).toBe('ignored')
  })

  it('a card needs the number of its slip; an empty amount means all of it', () => {
    const pressed = press(PAYING, 'F3', facts)
    if (pressed === undefined || pressed === 'ignored') throw new Error('F3 does nothing')
    expect(press(pressed.state, 'Enter', facts)).toBe('ignored')
    const typed = receive(pressed.state, { type: 'field', field: 'reference', text: ' 0012 ' }, facts)
    expect(press(typed, 'Enter', facts)).toMatchObject({
      command: { do: 'take-card', card: { kind: 'bank-card', amount: null, reference: '0012' } },
    })
    const part = receive(typed, { type: 'field', field: 'amount', text: '10' }, facts)
    expect(press(part, 'Enter', facts)).toMatchObject({ command: { card: { amount: 1000 } } })
  })

  it('an account that was debited is not swiped again: the key says why', () => {
    const sale = sampleSale({ settlement: sampleSettlement({ state: 'settled' }), locked: true })
    expect(press(PAYING, 'F8', sampleFacts({ sale }))).toEqual({
      state: PAYING,
      command: {
        do: 'say',
        refusal: { code: 'TENDER_ACCOUNT_ALREADY_DEBITED', params: { accountPaidFen: 1500 } },
      },
    })
    expect(press(PAYING, 'F8', facts)).toBe('ignored')
    const allowed = sampleFacts({ sale: sampleSale({ payableBy: ['cash', 'account-card'] }) })
    expect(press(PAYING, 'F8', allowed)).toMatchObject({ state: { kind: 'card', card: 'account-card' } })
  })

  it('after a refusal the account card is one key away where it may be swiped, and Esc leads back to the basket', () => {
    const refused = sampleSale({
      insured: sampleInsured(),
      settlement: sampleSettlement({ state: 'refused' }),
      payableBy: ['account-card'],
    })
    const pressed = press({ kind: 'idle' }, 'Shift+F11', sampleFacts({ sale: refused }))
    if (pressed === undefined || pressed === 'ignored') throw new Error('Shift+F11 does nothing')
    expect(pressed.state).toMatchObject({ kind: 'card', card: 'account-card' })
    expect(press(pressed.state, 'F2', sampleFacts({ sale: refused }))).toBe('ignored')
    expect(press(pressed.state, 'Escape', sampleFacts({ sale: refused }))).toEqual({
      state: { kind: 'idle' },
    })
    const elsewhere = sampleSale({ ...refused, payableBy: [] })
    expect(press({ kind: 'idle' }, 'Shift+F11', sampleFacts({ sale: elsewhere }))).toBe('ignored')
  })

  it('a scanned code pays what stands in the field; anywhere else the engine takes it', () => {
    const state: InputState = { kind: 'pay-code', text: '12.50' }
    expect(takeScan(state, '130000000000000001', facts)).toEqual({
      state,
      command: { do: 'pay-by-code', code: '130000000000000001', amount: 1250 },
    })
    expect(takeScan({ kind: 'pay-code', text: 'x' }, '13', facts)?.command).toMatchObject({ do: 'say' })
    expect(takeScan(PAYING, '130000000000000001', facts)).toBeUndefined()
    // while another call is under way nothing is started twice
    expect(takeScan(state, '13', sampleFacts({ busy: true }))?.command?.do).toBe('tell')
  })

  it('a code is shown for what stands in the field, else for all that is owed, and only where codes pay', () => {
    expect(press(PAYING, 'Shift+F4', facts)).toEqual({
      state: PAYING,
      command: { do: 'show-code', amount: null },
    })
    const part: InputState = { kind: 'pay-code', text: '12.50' }
    expect(press(part, 'Shift+F4', facts)).toMatchObject({ command: { do: 'show-code', amount: 1250 } })
    for (const text of ['25.01', '0', 'x']) {
      expect(press({ kind: 'paying', text }, 'Shift+F4', facts)).toBe('ignored')
    }
    expect(press(PAYING, 'Shift+F4', sampleFacts())).toBe('ignored')
  })

  it('what was taken is given back only by a key of its own', () => {
    const sale = sampleSale({ tenders: [sampleTender(), sampleTender({ id: 'tender-2', kind: 'cash' })] })
    const taken = sampleFacts({ sale })
    const pressed = press(PAYING, 'Shift+Delete', taken)
    expect(pressed).toEqual({ state: { kind: 'undo-tender', index: 0 } })
    const marked: InputState = { kind: 'undo-tender', index: 1 }
    expect(press({ kind: 'undo-tender', index: 0 }, '2', taken)).toEqual({ state: marked })
    expect(press(marked, 'Enter', taken)).toEqual({ state: PAYING })
    const why: InputState = { kind: 'undo-reason', tenderId: 'tender-2', index: 0 }
    expect(press(marked, 'Shift+Delete', taken)).toEqual({ state: why })
    expect(press(why, 'Enter', taken)).toEqual({ state: PAYING })
    expect(press({ ...why, index: 1 }, 'Shift+Delete', taken)).toMatchObject({
      command: { do: 'undo-tender', tenderId: 'tender-2', reason: 'wrong-amount' },
    })
  })

  it('which payment goes back is not asked where there is one, and never without a reason', () => {
    const sale = sampleSale({ tenders: [sampleTender()] })
    const why: InputState = { kind: 'undo-reason', tenderId: 'tender-1', index: 0 }
    expect(press(PAYING, 'Shift+Delete', sampleFacts({ sale }))).toEqual({ state: why })
    const gone = sampleSale({ tenders: [sampleTender({ state: 'refunded' })] })
    const after = receive(why, { type: 'sale-changed', before: sale }, sampleFacts({ sale: gone }))
    expect(after).toEqual({ kind: 'idle' })
  })

  it('a payment that came to nothing leads back to taking money', () => {
    const sent = sampleSale({ tenders: [sampleTender({ state: 'unknown' })] })
    const refused = sampleFacts({ sale: sampleSale({ tenders: [sampleTender({ state: 'refused' })] }) })
    const after = receive({ kind: 'tender-unknown' }, { type: 'sale-changed', before: sent }, refused)
    expect(after).toEqual(PAYING)
  })

  it('a refund whose outcome is not known can be asked about and asked for again, not given up', () => {
    const sale = sampleSale({ tenders: [sampleTender({ state: 'refund-unknown' })] })
    const open = sampleFacts({ sale })
    expect(press({ kind: 'tender-unknown' }, 'F9', open)).toMatchObject({ command: { do: 'ask-tender' } })
    expect(press({ kind: 'tender-unknown' }, 'Delete', open)).toMatchObject({
      command: { do: 'undo-tender' },
    })
  })
})
