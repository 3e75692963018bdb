import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleOpenTender, sampleReturn, sampleReturnable } from '../testing/sample-sale.ts'
import type { InputState } from './input-state.ts'
import { pickFrom } from './offers-of-returns.ts'
import { press } from './press.ts'
import { receive } from './receive.ts'
import { isEmpty, needsResettling, pickAll, pickOf, pickScanned, returnLines } from './return-picks.ts'
import { takeScan } from './take-scan.ts'

const SALE = sampleReturnable()
const [BOX, OTHER_BOX] = ['81000010000000000001', '81000010000000000002']
const PICKING = pickFrom(SALE)
const STEP = { amount: null, refundId: null, tenderKind: null, byHand: false, refused: false } as const

const scanned = (state: InputState, text: string): ReturnType<typeof takeScan> =>
  takeScan(state, text, sampleFacts())

describe('choosing what comes back', () => {
  it('takes a box by its scan, once, wherever in choosing the keyboard is', () => {
    const states: InputState[] = [
      PICKING,
      { kind: 'return-quantity', picking: PICKING, lineId: 'plain', text: '' },
      { kind: 'return-codes', picking: PICKING, lineId: 'boxes', index: 0 },
      { kind: 'return-reason', picking: PICKING, index: 2 },
    ]
    for (const state of states) {
      expect(scanned(state, BOX)?.state).toMatchObject({
        kind: 'return-lines',
        index: 0,
        picks: { boxes: { quantity: 10_000, codes: [BOX] } },
      })
    }
  })

  it('a double scan does not take the box out again, and a strange one is not taken', () => {
    const once = scanned(PICKING, BOX)?.state ?? PICKING
    expect(scanned(once, BOX)).toEqual({ state: once, command: { do: 'tell', text: 'return.alreadyPicked' } })
    const strange = scanned(once, '81000010000000000009')
    expect(strange).toEqual({ state: once, command: { do: 'tell', text: 'return.notOfThisSale' } })
  })

  it('finds the code of a box inside a GS1 mark', () => {
    expect(pickScanned(SALE, {}, `0106901234567892\u001d21${BOX}`)).toMatchObject({
      kind: 'picked',
      index: 0,
    })
  })

  it('asks for so much of what carries no code, never for more than may come back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'F8'), { maxLength: 12 }), (keys) => {
        let state: InputState = { ...PICKING, index: 1 }
        for (const key of keys) {
          const pressed = press(state, key, sampleFacts())
          if (pressed !== undefined && pressed !== 'ignored') state = pressed.state
        }
        const { quantity } = state.kind === 'return-lines' ? pickOf(state.picks, 'plain') : { quantity: -1 }
        expect(quantity).toBeGreaterThanOrEqual(0)
        expect(quantity).toBeLessThanOrEqual(20_000)
      }),
    )
  })

  it('names every box that comes back, and as many as it says', () => {
    const all = returnLines(pickAll(SALE))
    expect(all).toEqual([
      { lineId: 'boxes', quantity: 20_000, traceCodes: [BOX, OTHER_BOX] },
      { lineId: 'plain', quantity: 20_000, traceCodes: [] },
    ])
    expect(needsResettling(SALE, pickAll(SALE))).toBe(false)
    expect(needsResettling(SALE, { boxes: { quantity: 10_000, codes: [BOX] } })).toBe(true)
    expect(needsResettling({ ...SALE, insured: false }, { boxes: { quantity: 10_000, codes: [BOX] } })).toBe(
      false,
    )
    expect(isEmpty({ boxes: { quantity: 0, codes: [] } })).toBe(true)
  })

  it('goes on only when something was chosen', () => {
    expect(press(PICKING, 'F9', sampleFacts())).toBe('ignored')
    const picked = { ...PICKING, picks: pickAll(SALE) }
    expect(press(picked, 'F9', sampleFacts())).toMatchObject({ state: { kind: 'return-reason' } })
  })

  it('opens the only sale that was found, unless a return of it is unfinished', () => {
    const find: InputState = { kind: 'return-find', text: 'x', sales: undefined, index: 0 }
    expect(receive(find, { type: 'returnable', sales: [SALE] }, sampleFacts())).toEqual(PICKING)
    const open = sampleReturnable({ openReturnId: 'return-1' })
    expect(receive(find, { type: 'returnable', sales: [open] }, sampleFacts())).toMatchObject({
      kind: 'return-find',
      sales: [open],
    })
  })
})

describe('the steps of a return', () => {
  const at = (step: Partial<ReturnType<typeof sampleReturn>['steps'][number]>): InputState => ({
    kind: 'return-steps',
    view: sampleReturn({ state: 'refunding', steps: [{ ...STEP, kind: 'refund', state: 'now', ...step }] }),
    text: '',
  })

  it('an insurance code identifies, a box means nothing here', () => {
    const identify: InputState = { kind: 'return-steps', view: sampleReturn(), text: '' }
    expect(scanned(identify, 'CODE')?.command).toEqual({
      do: 'present-for-return',
      returnId: 'return-1',
      code: 'CODE',
    })
    expect(scanned(at({ tenderKind: 'cash', byHand: true }), BOX)?.command?.do).toBe('tell')
  })

  it('never sends again what is not known: F9 asks', () => {
    const cancelling = at({ kind: 'cancel-settlement', state: 'unknown' })
    expect(press(cancelling, 'F9', sampleFacts())).toMatchObject({
      command: { do: 'resolve', settlementId: 'settlement-9' },
    })
    const refunding = at({ state: 'unknown', tenderKind: 'qr', refundId: 'r' })
    const open = sampleOpenTender({ tenderId: 'tender-7', returnId: 'return-1', state: 'refund-unknown' })
    const facts = sampleFacts({ tenders: [sampleOpenTender(), open] })
    expect(press(refunding, 'F9', facts)).toEqual({
      state: refunding,
      command: { do: 'ask-tender', tenderId: 'tender-7' },
    })
    expect(press(refunding, 'F9', sampleFacts({ tenders: [sampleOpenTender()] }))).toBe('ignored')
    // not on the key that gives cash in its place: that one may come up under the finger
    expect(press(refunding, 'Delete', facts)).toMatchObject({ command: { do: 'proceed-return' } })
    expect(press(refunding, 'F8', facts)).toBe('ignored')
  })

  it('a refund in doubt stands in the list of what is open: it is asked about, and given again by its return', () => {
    const open = sampleOpenTender({ tenderId: 'tender-7', returnId: 'return-1', state: 'refund-unknown' })
    const list: InputState = { kind: 'open-matters', at: null }
    const facts = sampleFacts({ tenders: [open] })
    expect(press(list, 'F9', facts)).toMatchObject({ command: { do: 'ask-tender', tenderId: 'tender-7' } })
    expect(press(list, 'Delete', facts)).toMatchObject({
      command: { do: 'proceed-return', returnId: 'return-1' },
    })
  })

  it('a card is given back with the number of its slip, cash without', () => {
    const card = at({ tenderKind: 'bank-card', byHand: true, refundId: 'r' })
    expect(press(card, 'F9', sampleFacts())).toBe('ignored')
    const typed = receive(card, { type: 'text', text: ' 0042 ' }, sampleFacts())
    expect(press(typed, 'F9', sampleFacts())).toMatchObject({
      command: { do: 'refund-by-hand', refund: { refundId: 'r', reference: '0042' } },
    })
    const cash = at({ tenderKind: 'cash', byHand: true, refundId: 'r' })
    expect(press(cash, 'F9', sampleFacts())).toMatchObject({ command: { refund: { reference: null } } })
  })

  it('is given in cash instead only when the acquirer refused', () => {
    expect(press(at({ tenderKind: 'qr', refundId: 'r' }), 'F8', sampleFacts())).toBe('ignored')
    const refused = at({ tenderKind: 'qr', refundId: 'r', refused: true })
    expect(press(refused, 'F8', sampleFacts())).toMatchObject({ command: { do: 'refund-by-hand' } })
  })

  it('can be given up only while nothing has moved', () => {
    const open: InputState = { kind: 'return-steps', view: sampleReturn(), text: '' }
    expect(press(open, 'Delete', sampleFacts())).toMatchObject({ state: { kind: 'confirm-abandon' } })
    expect(press(at({ tenderKind: 'cash', byHand: true }), 'Delete', sampleFacts())).toBe('ignored')
  })

  it('keeps what is being typed while the same step is told again, and not for the next', () => {
    const card = at({ tenderKind: 'bank-card', byHand: true, refundId: 'r' })
    const typed = receive(card, { type: 'text', text: '0042' }, sampleFacts())
    const { view } = typed.kind === 'return-steps' ? typed : { view: sampleReturn() }
    expect(receive(typed, { type: 'return', view: { ...view }, opens: false }, sampleFacts())).toEqual(typed)
    const next = { ...view, steps: [{ ...STEP, kind: 'report', state: 'now' } as const] }
    expect(receive(typed, { type: 'return', view: next, opens: false }, sampleFacts())).toMatchObject({
      text: '',
    })
    const other = sampleReturn({ id: 'return-2' })
    expect(receive(typed, { type: 'return', view: other, opens: false }, sampleFacts())).toEqual(typed)
  })
})
