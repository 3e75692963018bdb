import { describe, expect, it } from 'vitest'
import {
  sampleCase,
  sampleFacts,
  sampleInsured,
  sampleOpenSettlement,
  sampleSale,
  sampleSettlement,
  sampleTender,
} from '../testing/sample-sale.ts'
import type { SaleView } from '../../engine/contract/sale.ts'
import type { InputState } from './input-state.ts'
import { press } from './press.ts'
import { receive } from './receive.ts'
import { restState } from './rest-state.ts'

const insured = (
  state: NonNullable<SaleView['settlement']>['state'],
  change: Partial<SaleView> = {},
): SaleView =>
  sampleSale({
    insured: sampleInsured(),
    settlement: sampleSettlement({ state }),
    locked: true,
    ...change,
  })
const command = (state: InputState, key: Parameters<typeof press>[1], facts: Parameters<typeof press>[2]) => {
  const pressed = press(state, key, facts)
  return pressed === undefined || pressed === 'ignored' ? pressed : pressed.command
}

describe('where the sale comes to rest', () => {
  it.each([
    ['unknown', 'unknown'],
    ['cancel-unknown', 'unknown'],
    ['reversing', 'unknown'],
    ['reverse-unknown', 'unknown'],
    ['cancelling', 'waiting'],
    ['disputed', 'disputed'],
    ['reversed', 'idle'],
    ['cancelled', 'idle'],
  ] as const)('%s: %s', (settlement, kind) => {
    expect(restState(insured(settlement)).kind).toBe(kind)
  })

  it('a payment on its way comes first, then what came too late, then the insurance', () => {
    const openCaseId = 'case-1'
    const unknown = sampleTender({ state: 'unknown' })
    expect(restState(insured('unknown', { openCaseId, tenders: [unknown] })).kind).toBe('tender-unknown')
    const paying = sampleTender({ state: 'paying' })
    expect(restState(sampleSale({ tenders: [paying] })).kind).toBe('tender-waiting')
    expect(restState(insured('unknown', { openCaseId })).kind).toBe('case')
  })

  it('money taken in part asks for the rest; money that went back does not', () => {
    expect(restState(sampleSale({ tenders: [sampleTender()] })).kind).toBe('paying')
    expect(restState(sampleSale({ tenders: [sampleTender({ state: 'refunded' })] })).kind).toBe('idle')
  })
})

describe('a sale in doubt', () => {
  const state: InputState = { kind: 'unknown' }

  it('is asked about, or put aside; nothing that moves money is offered', () => {
    const facts = sampleFacts({ sale: insured('unknown') })
    expect(command(state, 'F9', facts)).toEqual({ do: 'resolve' })
    expect(command(state, 'F5', facts)).toEqual({ do: 'hold' })
    expect(command(state, 'F8', facts)).toBe('ignored')
  })

  it('is reversed only where the engine says that nothing else is left, and after a second key', () => {
    const resolving = { ...sampleOpenSettlement(), nextStep: 'reverse' as const }
    const sale = insured('unknown', { settlement: sampleSettlement({ state: 'unknown', resolving }) })
    const facts = sampleFacts({ sale })
    const asked = press(state, 'F8', facts)
    expect(asked).toEqual({ state: { kind: 'confirm-reverse', settlementId: 'settlement-1', back: state } })
    if (asked === undefined || asked === 'ignored') throw new Error('F8 does nothing')
    expect(press(asked.state, 'Enter', facts)).toEqual({ state })
    expect(command(asked.state, 'F8', facts)).toEqual({ do: 'reverse', settlementId: 'settlement-1' })
  })

  it('whose case is open leads to it', () => {
    const facts = sampleFacts({ sale: insured('settled', { openCaseId: 'case-1' }) })
    expect(press({ kind: 'case' }, 'F9', facts)).toEqual({ state: { kind: 'open-matters', at: 'case-1' } })
    expect(command({ kind: 'case' }, 'F5', facts)).toEqual({ do: 'hold' })
  })
})

describe('what is open at this till', () => {
  const facts = sampleFacts({
    sale: null,
    cases: [sampleCase()],
    settlements: [sampleOpenSettlement(), sampleOpenSettlement({ settlementId: 'settlement-2' })],
  })

  it('keeps the mark on the same matter while the list changes, else on the first', () => {
    const at: InputState = { kind: 'open-matters', at: 'settlement-2' }
    expect(command(at, 'F9', facts)).toEqual({ do: 'resolve', settlementId: 'settlement-2' })
    const without = sampleFacts({ ...facts, settlements: facts.settlements.slice(0, 1) })
    expect(command(at, 'F9', without)).toEqual({ do: 'undo-case', caseId: 'case-1' })
  })

  it('a case is closed only with words', () => {
    const closing: InputState = { kind: 'close-case', caseId: 'case-1', text: '  ' }
    expect(press(closing, 'Enter', facts)).toBe('ignored')
    const written = receive(closing, { type: 'text', text: ' 柜台已撤销 ' }, facts)
    expect(command(written, 'Enter', facts)).toEqual({
      do: 'close-case',
      caseId: 'case-1',
      note: '柜台已撤销',
    })
  })
})

describe('the same person and amount again', () => {
  const warning = {
    code: 'INSURANCE_REPEAT_WARNING',
    params: { number: '1', minutes: 2, amountFen: 5 },
  } as const
  const quoted = insured('quoted', { locked: false })
  const facts = sampleFacts({ sale: quoted })

  it('is settled only by another key than the one that asked', () => {
    const asked = receive({ kind: 'idle' }, { type: 'repeat-warned', warning }, facts)
    expect(press(asked, 'F9', facts)).toBe('ignored')
    expect(press(asked, 'Enter', facts)).toEqual({ state: { kind: 'idle' } })
    expect(command(asked, 'Shift+F9', facts)).toEqual({ do: 'settle', repeatConfirmed: true })
  })

  it('is no question any more when the trial is outdated', () => {
    const changed = sampleFacts({ sale: insured('draft', { locked: false }) })
    const asked: InputState = { kind: 'confirm-repeat', warning }
    expect(receive(asked, { type: 'sale-changed', before: quoted }, changed)).toEqual({ kind: 'idle' })
  })
})

describe('a command that is done', () => {
  it('does not pull back who has gone on meanwhile', () => {
    const held: InputState = { kind: 'held', sales: [], index: 0 }
    const done = { type: 'done', command: 'hold', given: 'unknown' } as const
    expect(receive(held, done, sampleFacts({ sale: null }))).toEqual(held)
    expect(receive({ kind: 'unknown' }, done, sampleFacts({ sale: null }))).toEqual({ kind: 'idle' })
  })
})

describe('a second person', () => {
  const wanted = { do: 'set-discount', lineId: null, discount: 900 } as const
  const entry: InputState = { kind: 'discount', lineId: 'line-1', wholeSale: true, text: '9' }
  const asked = receive(entry, { type: 'right-needed', command: wanted, right: 'discount' }, sampleFacts())

  it('gives a word with the same command, and only whole', () => {
    expect(press(asked, 'Enter', sampleFacts())).toBe('ignored')
    const named = receive(asked, { type: 'field', field: 'operatorNumber', text: ' 9001 ' }, sampleFacts())
    const filled = receive(named, { type: 'field', field: 'password', text: ' p ' }, sampleFacts())
    expect(command(filled, 'Enter', sampleFacts())).toEqual({
      ...wanted,
      approval: { operatorNumber: '9001', password: ' p ' },
    })
    // a refused word leaves the number and forgets the password
    expect(receive(filled, { type: 'approval-refused' }, sampleFacts())).toMatchObject({
      operatorNumber: ' 9001 ',
      password: '',
    })
  })

  it('who says no leaves everything as it was', () => {
    expect(press(asked, 'Escape', sampleFacts())).toEqual({ state: entry })
  })

  it('is not asked any more when what it was about is gone', () => {
    const locked = sampleFacts({ sale: sampleSale({ locked: true }) })
    const after = receive(asked, { type: 'sale-changed', before: sampleSale() }, locked)
    expect(after).toEqual({ kind: 'idle' })
  })
})
