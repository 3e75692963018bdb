import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import {
  begin,
  findings,
  giveByHand,
  PERSON,
  readTill,
  sellForCash,
  sellInsured,
  settleIdentified,
  showDocument,
  stepsOf,
  stockOf,
  writeTill,
} from './testing/returning.ts'

let counter: TestCounter
/** A test that writes into the till's own database cannot expect its records to hold together. */
let tampered = false
beforeEach(async () => {
  tampered = false
  counter = await openCounter()
})
afterEach(async () => {
  if (!tampered) expect(findings(counter)).toEqual([])
  await counter.close()
})

const balanceOf = async (psnNo: string): Promise<number> => {
  const people = await counter.centre.people()
  return people.find((person) => person.personNumber === psnNo)?.insurances[0]?.balance ?? NaN
}

describe('a return of an insured sale', () => {
  it('cancels the settlement, gives the cash back, frees the boxes and tells the centre', async () => {
    const person = PERSON.nearlyEmpty
    const sale = await sellInsured(counter, person, 2)
    expect(sale.settlement?.split).toMatchObject({ accountPaid: 350, cashPart: 5_350 })
    expect(await balanceOf(person.psnNo)).toBe(0)

    const begun = await begin(counter, sale)
    expect(begun).toMatchObject({
      state: 'open',
      insured: true,
      amount: 5_700,
      money: { fundBack: 0, accountBack: 350, tendersBack: 5_350, paidAgain: 0 },
    })
    expect(stepsOf(begun)).toBe('identify:now cancel-settlement:waiting refund:waiting report:waiting')
    expect(await counter.call('returns.proceed', { returnId: begun.id })).toMatchObject({
      refusal: { code: 'RETURN_IDENTIFY_FIRST' },
    })
    await showDocument(counter, begun, person)
    const cancelled = (await counter.must('returns.proceed', { returnId: begun.id })).return
    expect(stepsOf(cancelled)).toBe('identify:done cancel-settlement:done refund:now report:waiting')
    expect(cancelled.state).toBe('refunding')
    expect(await balanceOf(person.psnNo)).toBe(350)
    // the till opens no drawer by itself: a person has to say that the money was given
    expect(await counter.call('returns.proceed', { returnId: begun.id })).toMatchObject({
      refusal: { code: 'RETURN_REFUND_BY_HAND', params: { kind: 'cash', amountFen: 5_350 } },
    })
    const done = await giveByHand(counter, cancelled)
    expect(done).toMatchObject({ state: 'completed', resaleId: null })

    await counter.must('uploads.sendNow', {})
    const { uploads } = await counter.must('uploads.list', { saleId: sale.id })
    expect(uploads).toMatchObject([
      { kind: 'goods-sold', infno: '3505A', state: 'acknowledged' },
      { kind: 'goods-returned', infno: '3506A', state: 'acknowledged' },
    ])
    expect((await counter.centre.settlements()).map(({ kind, state }) => [kind, state])).toEqual([
      ['sale', 'cancelled'],
      ['cancellation', 'settled'],
    ])
    const codes = sale.lines[0]?.trace.codes ?? []
    for (const code of codes) {
      expect((await counter.centre.traces(code)).every((trace) => trace.freedAt !== null)).toBe(true)
    }
    expect(await counter.centre.check()).toEqual([])
    expect(stockOf(counter, sale.id)).toBe(0)
    const { sales } = await counter.must('returns.find', { text: sale.number })
    expect(sales[0]?.lines[0]).toMatchObject({ returnable: 0, traceCodes: [] })
    expect(await counter.must('session.signOut', {})).toMatchObject({
      cashTotal: 0,
      expectedDrawer: 100_00,
      uploadsWaiting: 0,
    })
  })

  it('of a part cancels all of it and settles the rest as a new purchase', async () => {
    const person = PERSON.pooled
    const before = await balanceOf(person.psnNo)
    const sale = await sellInsured(counter, person, 3, 2)
    const first = sale.settlement?.split
    if (first == null) throw new Error('not settled')
    expect(first.fundPaid).toBeGreaterThan(0)
    const begun = await begin(counter, sale, 1)
    expect(begun.money).toEqual({
      fundBack: first.fundPaid,
      accountBack: first.accountPaid,
      tendersBack: first.cashPart,
      paidAgain: 2 * 5_230,
    })
    await showDocument(counter, begun, person)
    const done = (await counter.must('returns.proceed', { returnId: begun.id })).return
    expect(stepsOf(done)).toBe('identify:done cancel-settlement:done report:waiting settle-rest:now')
    expect(await balanceOf(person.psnNo)).toBe(before)

    const { sale: rest } = await counter.must('sale.current', {})
    expect(rest?.id).toBe(done.resaleId)
    expect(rest).toMatchObject({
      totals: { total: 2 * 5_230 },
      insured: { personName: '黄*强' },
      nextStep: { code: 'QUOTE' },
    })
    expect(rest?.lines[0]?.trace.codes).toEqual(sale.lines[0]?.trace.codes.slice(1))
    const again = await settleIdentified(counter)
    expect(again.state).toBe('completed')
    const after = (await counter.must('returns.get', { returnId: begun.id })).return
    expect(after.steps.at(-1)).toMatchObject({ kind: 'settle-rest', state: 'done' })

    const ledger = await counter.centre.settlements({ personNumber: person.psnNo })
    expect(ledger.map(({ kind, state, total }) => [kind, state, total])).toEqual([
      ['sale', 'cancelled', 3 * 5_230],
      ['cancellation', 'settled', -3 * 5_230],
      ['sale', 'settled', 2 * 5_230],
    ])
    const spent = before - (await balanceOf(person.psnNo))
    expect(spent).toBe(again.settlement?.split?.accountPaid)
    await counter.must('uploads.sendNow', {})
    expect((await counter.must('uploads.list', {})).uploads).toEqual([])
    expect(await counter.centre.check()).toEqual([])
    // three boxes left, three came back (two of them on paper), two left again
    expect([stockOf(counter, sale.id), stockOf(counter, again.id)]).toEqual([0, -2])
    const kept = sale.lines[0]?.trace.codes[1] ?? ''
    expect((await counter.must('returns.find', { text: kept })).sales.map(({ saleId }) => saleId)).toEqual([
      again.id,
    ])
    expect((await counter.must('returns.find', { text: sale.number })).sales[0]?.lines).toMatchObject([
      { returnable: 0 },
    ])
  })

  it('puts the rest aside while another sale is at the counter', async () => {
    const sale = await sellInsured(counter, PERSON.account, 2)
    const begun = await begin(counter, sale, 1)
    await showDocument(counter, begun, PERSON.account)
    const other = await scanBoxes(counter, 1, 3)
    const done = (await counter.must('returns.proceed', { returnId: begun.id })).return
    expect((await counter.must('sale.current', {})).sale?.id).toBe(other.id)
    expect((await counter.must('sale.held', {})).sales).toMatchObject([
      { id: done.resaleId, personName: '陈*敏', lineCount: 1 },
    ])
    await counter.must('sale.payCash', { received: null })
    await counter.must('sale.recall', { saleId: done.resaleId ?? '' })
    expect((await settleIdentified(counter)).settlement?.state).toBe('settled')
    expect(await counter.centre.check()).toEqual([])
  })

  it('leaves the settlement alone when only goods come back that it did not cover', async () => {
    await counter.must('scan.submit', { text: '6921274104222' })
    const mixed = await counter.must('goods.search', { text: '40001', limit: 1 })
    await scanBoxes(counter, 1, 2)
    await counter.must('sale.addGoods', { goodsId: mixed.hits[0]?.goodsId ?? 0 })
    const sale = await (async () => {
      await counter.must('insurance.identify', { type: '02', number: PERSON.account.number })
      return settleIdentified(counter)
    })()
    const mask = sale.lines.find((line) => !line.insurable)
    if (mask === undefined) throw new Error('no line without insurance')
    const begun = await counter.must('returns.begin', {
      saleId: sale.id,
      lines: [{ lineId: mask.id, quantity: 10_000 }],
      reason: '不要了',
      approval: { operatorNumber: '9001', password: 'lianxi-9001' },
    })
    expect(begun.return).toMatchObject({ insured: false, money: { tendersBack: 990, accountBack: 0 } })
    const done = await giveByHand(counter, begun.return)
    expect(done.state).toBe('completed')
    expect((await counter.centre.settlements()).map(({ state }) => state)).toEqual(['settled'])
    await counter.must('uploads.sendNow', {})
    expect((await counter.must('uploads.list', {})).uploads).toEqual([])
  })
})

describe('a return of a sale that nobody insured', () => {
  it('comes back in portions that add up, and its boxes are sold again', async () => {
    await scanBoxes(counter, 3)
    await counter.must('sale.setDiscount', { lineId: null, discount: 100 })
    const { sale } = await counter.must('sale.payCash', { received: null })
    expect(sale.totals.total).toBe(3 * 2_850 - 100)
    const given: number[] = []
    let left = sale
    for (let box = 0; box < 3; box += 1) {
      const begun = await begin(counter, left, 1)
      expect(stepsOf(begun)).toBe('refund:now report:waiting')
      given.push(begun.money.tendersBack)
      expect((await giveByHand(counter, begun)).state).toBe('completed')
      const [line] = left.lines
      if (line === undefined) throw new Error('no line')
      const codes = line.trace.codes.slice(1)
      left = { ...left, lines: [{ ...line, trace: { ...line.trace, codes } }] }
    }
    expect(given.reduce((sum, amount) => sum + amount, 0)).toBe(sale.totals.total)
    expect(new Set(given)).toEqual(new Set([2_816, 2_817]))
    await counter.must('uploads.sendNow', {})
    expect((await counter.must('uploads.list', {})).uploads).toEqual([])
    expect((await counter.centre.reports()).map(({ kind, count }) => [kind, count])).toEqual([
      ['sale', 30_000],
      ['return', 10_000],
      ['return', 10_000],
      ['return', 10_000],
    ])
    // what came back is on no sale any more, and may be sold to somebody else
    const [code = ''] = sale.lines[0]?.trace.codes ?? []
    expect((await counter.must('returns.find', { text: code })).sales).toEqual([])
    const again = await counter.must('scan.submit', { text: code })
    expect(again.outcome.kind).toBe('line-added')
    await counter.must('sale.payCash', { received: null })
    await counter.must('uploads.sendNow', {})
    expect((await counter.must('uploads.list', {})).uploads).toEqual([])
    expect((await counter.must('session.signOut', {})).expectedDrawer).toBe(100_00 + 2_850)
  })

  it('refuses boxes that are not out, and lines that are wrong', async () => {
    const sale = await sellForCash(counter, 2)
    const other = await sellForCash(counter, 1)
    const line = sale.lines[0]
    const codes = line?.trace.codes ?? []
    const attempt = async (quantity: number, traceCodes: readonly string[]): Promise<string> => {
      const begun = await counter.call('returns.begin', {
        saleId: sale.id,
        lines: [{ lineId: line?.id ?? '', quantity, traceCodes: [...traceCodes] }],
        reason: '退货',
        approval: { operatorNumber: '9001', password: 'lianxi-9001' },
      })
      return begun.ok ? 'begun' : begun.refusal.code
    }
    expect(await attempt(30_000, codes)).toBe('RETURN_QUANTITY_TOO_LARGE')
    expect(await attempt(15_000, codes)).toBe('RETURN_QUANTITY_INVALID')
    expect(await attempt(20_000, codes.slice(1))).toBe('RETURN_CODES_MISSING')
    expect(await attempt(10_000, other.lines[0]?.trace.codes ?? [])).toBe('RETURN_CODE_NOT_SOLD')
    expect(await attempt(10_000, codes.slice(1))).toBe('begun')
    expect(await attempt(10_000, codes.slice(0, 1))).toBe('RETURN_ALREADY_OPEN')
    const open = (await counter.must('returns.open', {})).returns
    expect(open).toHaveLength(1)
    if (open[0] !== undefined) await giveByHand(counter, open[0])
    // the same box again
    expect(await attempt(10_000, codes.slice(1))).toBe('RETURN_CODE_NOT_SOLD')
    await scanBoxes(counter, 1)
    const current = (await counter.must('sale.current', {})).sale
    const early = await counter.call('returns.begin', {
      saleId: current?.id ?? '',
      lines: [{ lineId: current?.lines[0]?.id ?? '', quantity: 10_000 }],
      reason: '退货',
    })
    expect(early).toMatchObject({ refusal: { code: 'RETURN_SALE_NOT_COMPLETED' } })
  })

  it('takes back part of an opened pack, which stays sold until all of it is back', async () => {
    await counter.must('scan.submit', { text: '6921000100009' })
    const line = (await counter.must('sale.current', {})).sale?.lines[0]
    await counter.must('sale.setQuantity', { lineId: line?.id ?? '', quantity: 100_000, split: true })
    const code = '83001100000000009999'
    await counter.must('sale.addTraceCode', { lineId: line?.id ?? '', code })
    const { sale } = await counter.must('sale.payCash', { received: null })
    const portion = async (quantity: number, traceCodes: string[]): Promise<void> => {
      const begun = await counter.must('returns.begin', {
        saleId: sale.id,
        lines: [{ lineId: sale.lines[0]?.id ?? '', quantity, traceCodes }],
        reason: '吃不完',
        approval: { operatorNumber: '2001', password: 'lianxi-2001' },
      })
      await giveByHand(counter, begun.return)
    }
    const stateOf = (): string | undefined =>
      readTill<{ state: string }>(counter, 'SELECT state FROM trace_code WHERE code = ?', code)[0]?.state
    await portion(40_000, [])
    expect(stateOf()).toBe('sold')
    // 48 in the pack, 6 still out: 42 may be sold of it
    await counter.must('scan.submit', { text: '6921000100009' })
    const next = (await counter.must('sale.current', {})).sale?.lines[0]
    await counter.must('sale.setQuantity', { lineId: next?.id ?? '', quantity: 420_000, split: true })
    await counter.must('sale.addTraceCode', { lineId: next?.id ?? '', code })
    await counter.must('sale.void', { reason: '试一下' })
    await portion(60_000, [code])
    expect(stateOf()).toBe('returned')
    expect(stockOf(counter, sale.id)).toBe(0)
  })
})

describe('the papers of a return', () => {
  it('tell what went back; the receipt of the sale still tells what was sold', async () => {
    const sale = await sellInsured(counter, PERSON.nearlyEmpty, 2)
    const receipt = await counter.must('receipt.preview', { saleId: sale.id })
    const begun = await begin(counter, sale, 1)
    const reference = { returnId: begun.id }
    expect(await counter.call('returns.preview', reference)).toMatchObject({
      refusal: { code: 'RETURN_NOT_COMPLETED' },
    })
    await showDocument(counter, begun, PERSON.nearlyEmpty)
    await counter.must('returns.proceed', reference)
    await giveByHand(counter, (await counter.must('returns.get', reference)).return)
    const { text } = await counter.must('returns.preview', reference)
    const [back = '', kept = ''] = sale.lines[0]?.trace.codes ?? []
    expect(text).toContain(back)
    expect(text).not.toContain(kept)
    expect(text).toContain(begun.number)
    expect(text).toContain(sale.settlement?.setlId ?? 'no settlement')
    expect(text).toMatch(/^退现金 +53\.50$/m)
    expect(text).toMatch(/^保留的药另单重新结算 +28\.50$/m)
    expect((await counter.must('returns.bytes', reference)).copy).toBe(1)
    expect((await counter.must('returns.bytes', reference)).copy).toBe(2)
    const page = await counter.must('printing.fallbackReturn', reference)
    expect(page).toMatchObject({ copy: 3, svg: expect.stringContaining('<svg') })
    expect(await counter.call('printing.reprintReturn', reference)).toMatchObject({
      refusal: { code: 'DEVICE_NOT_SET_UP' },
    })
    const withoutTime = (paper: string): string => paper.replace(/打印 .*/, '')
    const later = await counter.must('receipt.preview', { saleId: sale.id })
    expect(withoutTime(later.text)).toBe(withoutTime(receipt.text))
    expect((await counter.must('sale.get', { saleId: sale.id })).sale.totals.outstanding).toBe(0)
  })
})

describe('a refund that is no cash', () => {
  it('by card needs the slip’s number; a code payment that is refused is given out of the drawer', async () => {
    const sale = await sellForCash(counter, 2)
    tampered = true
    // as if one half had been paid by card and the other by code
    writeTill(
      counter,
      `UPDATE tender SET kind = 'bank-card', amount_fen = 2850, received_fen = 2850, change_fen = 0`,
    )
    writeTill(
      counter,
      `INSERT INTO tender (id, sale_id, shift_id, kind, state, amount_fen, received_fen, change_fen, order_number, at, changed_at)
       SELECT 'code', sale_id, shift_id, 'qr', 'taken', 2850, 2850, 0, 'O1', at, at FROM tender`,
    )
    const begun = await begin(counter, sale)
    expect(begun.steps.map(({ tenderKind, byHand }) => [tenderKind, byHand])).toEqual([
      ['qr', false],
      ['bank-card', true],
      [null, false],
    ])
    const [code, card] = begun.steps.map(({ refundId }) => refundId ?? '')
    const give = (refundId: string, reference: string | null) =>
      counter.call('returns.refundByHand', { returnId: begun.id, refundId, reference })
    expect(await give(card ?? '', 'P1')).toMatchObject({ refusal: { code: 'RETURN_STEP_FORBIDS' } })
    expect(await give(code ?? '', null)).toMatchObject({ refusal: { code: 'TENDER_KIND_NOT_ALLOWED' } })
    writeTill(counter, `UPDATE refund SET state = 'refused' WHERE tender_id = 'code'`)
    expect((await give(code ?? '', null)).ok).toBe(true)
    expect(await give(card ?? '', null)).toMatchObject({ refusal: { code: 'RETURN_REFERENCE_NEEDED' } })
    expect((await give(card ?? '', 'POS-1')).ok).toBe(true)
    expect((await counter.must('returns.get', { returnId: begun.id })).return.state).toBe('completed')
    expect((await counter.must('session.signOut', {})).expectedDrawer).toBe(100_00 - 2_850)
  })
})
