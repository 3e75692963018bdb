import { afterEach, describe, expect, it } from 'vitest'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { findings, MANAGER, readTill } from './testing/returning.ts'
import { expectRefusal } from './testing/steps.ts'

let counter: TestCounter
afterEach(async () => {
  expect(findings(counter)).toEqual([])
  await counter.close()
})

const lineId = async (): Promise<string> => (await counter.must('sale.current', {})).sale?.lines[0]?.id ?? ''

describe('a discount', () => {
  it('beyond the cashier’s share takes somebody else, whose approval is kept', async () => {
    counter = await openCounter()
    const { id } = await scanBoxes(counter, 2)
    // a tenth of 57.00
    await counter.must('sale.setDiscount', { lineId: null, discount: 570 })
    const more = { lineId: null, discount: 571 }
    expectRefusal(await counter.call('sale.setDiscount', { ...more, discount: 600 }), 'RIGHT_NEEDED')
    const wrong = { operatorNumber: '9001', password: 'x' }
    expectRefusal(
      await counter.call('sale.setDiscount', { ...more, discount: 600, approval: wrong }),
      'OPERATOR_WRONG',
    )
    expect((await counter.must('sale.current', {})).sale?.totals.discount).toBe(570)
    const { sale } = await counter.must('sale.setDiscount', { ...more, discount: 2_000, approval: MANAGER })
    expect(sale.totals).toMatchObject({ gross: 5_700, discount: 2_000, total: 3_700 })
    expect(readTill(counter, 'SELECT granted_right, subject FROM approval')).toEqual([
      { granted_right: 'discount', subject: id },
    ])
    // less is nobody's to refuse
    await counter.must('sale.setDiscount', { lineId: null, discount: 1_900 })
  })

  it('does not grow by taking goods away', async () => {
    counter = await openCounter()
    await scanBoxes(counter, 1, 1)
    await scanBoxes(counter, 1, 0)
    await counter.must('sale.setDiscount', { lineId: null, discount: 600 })
    const before = (await counter.must('sale.current', {})).sale
    const { sale } = await counter.must('sale.removeLine', { lineId: await lineId(), reason: '扫错了' })
    expect(before?.totals).toMatchObject({ gross: 3_980 + 2_850, discount: 600 })
    expect(sale.totals).toMatchObject({ gross: 2_850, discount: Math.floor((600 * 2_850) / 6_830) })
    const line = sale.lines[0]
    await counter.must('sale.setDiscount', { lineId: null, discount: 0 })
    const four = { lineId: line?.id ?? '', quantity: 40_000 }
    await counter.must('sale.setQuantity', four)
    await counter.must('sale.setDiscount', { lineId: four.lineId, discount: 1_000 })
    const one = await counter.must('sale.setQuantity', { ...four, quantity: 10_000 })
    // a quarter of the goods keeps a quarter of the discount, and more goods do not bring it back
    expect(one.sale.lines[0]?.discount).toBe(250)
    expect((await counter.must('sale.setQuantity', four)).sale.lines[0]?.discount).toBe(250)
  })
})

describe('a price', () => {
  it('other than the list’s takes the right, and the list’s stays written down', async () => {
    counter = await openCounter()
    await scanBoxes(counter, 2)
    const id = await lineId()
    const change = { lineId: id, unitPrice: 20_000_000 }
    expectRefusal(await counter.call('sale.setPrice', change), 'RIGHT_NEEDED')
    const { sale } = await counter.must('sale.setPrice', { ...change, approval: MANAGER })
    expect(sale.lines[0]).toMatchObject({ unitPrice: 20_000_000, listPrice: 28_500_000, amount: 4_000 })
    // another box of it is another price
    const added = await scanBoxes(counter, 1)
    expect(added.lines.map(({ amount }) => amount)).toEqual([4_000, 2_850])
    const back = await counter.must('sale.setPrice', { lineId: id, unitPrice: 28_500_000 })
    expect(back.sale.lines[0]).toMatchObject({ listPrice: null, amount: 5_700 })
    const beyond = { lineId: id, unitPrice: 9_000_000_000_000, approval: MANAGER }
    expectRefusal(await counter.call('sale.setPrice', beyond), 'SALE_TOTAL_TOO_LARGE')
    expect((await counter.must('sale.payCash', { received: null })).sale.totals.total).toBe(8_550)
  })
})

describe('taking back what was scanned', () => {
  it('is written down with its reason', async () => {
    counter = await openCounter()
    await scanBoxes(counter, 1)
    await scanBoxes(counter, 1, 1)
    await counter.must('sale.removeLine', { lineId: await lineId(), reason: '顾客不要这一种' })
    await counter.must('sale.void', { reason: '顾客不要了' })
    expect(readTill(counter, 'SELECT removed_reason FROM sale_line ORDER BY position')).toEqual([
      { removed_reason: '顾客不要这一种' },
      { removed_reason: null },
    ])
    expect(readTill(counter, 'SELECT void_reason FROM sale')).toEqual([{ void_reason: '顾客不要了' }])
  })

  it('needs somebody else where the shop says so', async () => {
    counter = await openCounter({ rights: { roles: { cashier: [] }, secondPerson: [] } })
    await scanBoxes(counter, 2)
    const removing = { lineId: await lineId(), reason: '扫错了' }
    expectRefusal(await counter.call('sale.removeLine', removing), 'RIGHT_NEEDED')
    expectRefusal(await counter.call('sale.void', { reason: '不要了' }), 'RIGHT_NEEDED')
    await counter.must('sale.removeLine', { ...removing, approval: MANAGER })
    const pharmacist = { operatorNumber: '2001', password: 'lianxi-2001' }
    await counter.must('sale.void', { reason: '不要了', approval: pharmacist })
    expect((await counter.must('sale.current', {})).sale).toBeNull()
    expect(readTill(counter, 'SELECT granted_right FROM approval ORDER BY id')).toEqual([
      { granted_right: 'remove-line' },
      { granted_right: 'void-sale' },
    ])
  })

  it('a payment that was taken goes back with somebody else where the shop says so', async () => {
    counter = await openCounter({ rights: { secondPerson: ['undo-tender'] } })
    await scanBoxes(counter, 2)
    const { sale } = await counter.must('tender.takeCash', { amount: 1_000 })
    const undoing = { tenderId: sale.tenders[0]?.id ?? '', reason: '收错了金额' }
    expectRefusal(await counter.call('tender.undo', undoing), 'RIGHT_NEEDED')
    expect((await counter.must('sale.current', {})).sale?.tenders[0]?.state).toBe('taken')
    const undone = await counter.must('tender.undo', { ...undoing, approval: MANAGER })
    expect(undone.sale.tenders[0]?.state).toBe('refunded')
    expect(readTill(counter, 'SELECT granted_right, subject FROM approval')).toEqual([
      { granted_right: 'undo-tender', subject: undoing.tenderId },
    ])
    await counter.must('sale.void', { reason: '不要了' })
  })

  it('a manager at the till does alone', async () => {
    counter = await openCounter({ signIn: false, rights: { secondPerson: [] } })
    await counter.must('session.signIn', { ...MANAGER, openingFloat: 0 })
    await scanBoxes(counter, 2)
    await counter.must('sale.setDiscount', { lineId: null, discount: 5_000 })
    await counter.must('sale.setPrice', { lineId: await lineId(), unitPrice: 26_000_000 })
    const { sale } = await counter.must('sale.payCash', { received: null })
    const line = sale.lines[0]
    const begun = await counter.must('returns.begin', {
      saleId: sale.id,
      lines: [{ lineId: line?.id ?? '', quantity: 20_000, traceCodes: line?.trace.codes ?? [] }],
      reason: '退货',
    })
    expect(begun.return.amount).toBe(200)
    expect(readTill(counter, 'SELECT * FROM approval')).toEqual([])
  })
})
