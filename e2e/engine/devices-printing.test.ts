import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { begin, giveByHand, sellForCash } from './testing/returning.ts'
import { deviceIn, jobOf, listen, untilReady, WAIT } from './testing/devices.ts'

let counter: TestCounter

beforeEach(async () => {
  counter = await openCounter({
    // nothing but the printer, and no pulses between the receipts
    simulatedDevices: ({ printer }) => ({ printer }),
  })
  await untilReady(counter, 'printer')
})
afterEach(() => counter.close())

async function soldSale(boxes = 1) {
  await scanBoxes(counter, boxes)
  return (await counter.must('sale.payCash', { received: null })).sale
}

const printerPaper = async (): Promise<string | undefined> =>
  (await deviceIn(counter, 'printer'))?.condition?.paper
const stateOf = async (saleId: string): Promise<string> => (await jobOf(counter, saleId)).state
const paper = async (): Promise<string> => (await counter.centre.devices()).printed.join('\n')

describe('the print queue', () => {
  it('prints a completed sale by itself, with every trace code', async () => {
    const sale = await soldSale(3)
    await expect.poll(() => stateOf(sale.id), WAIT).toBe('printed')
    const printed = await paper()
    const codes = sale.lines.flatMap((line) => line.trace.codes)
    expect(codes).toHaveLength(3)
    for (const code of codes) expect(printed).toContain(code)
    expect(printed).toContain(sale.number)
    expect(printed).not.toContain('重印')
    expect((await counter.centre.devices()).cuts).toBe(1)
    expect(await counter.must('printing.list', {})).toEqual({ jobs: [] })
  })

  it('prints the slip of a return by itself, and again with the mark of a reprint', async () => {
    const sale = await sellForCash(counter)
    const begun = await begin(counter, sale)
    await giveByHand(counter, (await counter.must('returns.get', { returnId: begun.id })).return)
    await expect.poll(paper, WAIT).toContain(begun.number)
    expect(await paper()).toContain('退货小票')
    expect(await paper()).not.toContain('重印')
    const again = await counter.must('printing.reprintReturn', { returnId: begun.id })
    expect(again.job).toMatchObject({ what: 'return-slip', copy: 2, returnId: begun.id, saleId: sale.id })
    await expect.poll(paper, WAIT).toContain('重印')
    expect((await counter.must('printing.fallbackReturn', { returnId: begun.id })).copy).toBe(3)
  })

  it('waits for paper, says so, and prints when there is some', async () => {
    await counter.centre.actOnDevice({ act: 'paper', is: 'out' })
    const status = async (): Promise<unknown> =>
      (await counter.must('status.get', {})).devices.find(({ kind }) => kind === 'printer')?.reason
    await expect.poll(status, WAIT).toBe('paper-out')
    const told = listen(counter, 'printing.changed')
    const sale = await soldSale()
    await expect.poll(async () => (await jobOf(counter, sale.id)).problem, WAIT).toBe('paper-out')
    expect(told.at(-1)?.jobs).toMatchObject([{ state: 'waiting', problem: 'paper-out' }])
    expect(await paper()).toBe('')
    await counter.centre.actOnDevice({ act: 'paper', is: 'ok' })
    await expect.poll(() => stateOf(sale.id), WAIT).toBe('printed')
    expect(await paper()).toContain(sale.number)
  })

  it('is not printed again by itself when the paper ended in the middle', async () => {
    await counter.centre.actOnDevice({ act: 'roll-ends', afterLines: 4 })
    const sale = await soldSale()
    await expect.poll(() => stateOf(sale.id), WAIT).toMatch(/^(?:uncertain|incomplete)$/)
    const job = await jobOf(counter, sale.id)
    expect(job.problem).toBe('paper-out')
    expect(await counter.call('printing.retry', { jobId: job.id })).toMatchObject({
      refusal: { code: 'PRINT_JOB_MAY_BE_ON_PAPER' },
    })
    await counter.centre.actOnDevice({ act: 'paper', is: 'ok' })
    const again = await counter.must('printing.reprint', { saleId: sale.id })
    expect(again.job).toMatchObject({ what: 'reprint', copy: 2 })
    const states = async (): Promise<string[]> =>
      (await counter.must('printing.list', { saleId: sale.id })).jobs.map(({ state }) => state)
    await expect.poll(states, WAIT).toEqual([job.state, 'printed'])
    expect(await paper()).toContain('重印')
    await counter.must('printing.cancel', { jobId: job.id })
    expect(await counter.must('printing.list', {})).toEqual({ jobs: [] })
  })

  it('does not print twice what a killed engine had in the printer', async () => {
    // slow enough to be in the middle of the job when the engine ends
    await counter.centre.actOnDevice({ act: 'slow', bytes: 32, everyMs: 100 })
    const sale = await soldSale(4)
    await expect.poll(() => stateOf(sale.id), WAIT).toBe('printing')
    await counter.restart()
    expect(await jobOf(counter, sale.id)).toMatchObject({
      state: 'uncertain',
      problem: 'interrupted',
      attempts: 1,
    })
    await counter.centre.actOnDevice({ act: 'slow', bytes: 4_096, everyMs: 0 })
    await untilReady(counter, 'printer')
    // the next sale prints; the one before does not come out again
    const next = await soldSale()
    await expect.poll(() => stateOf(next.id), WAIT).toBe('printed')
    expect(await jobOf(counter, sale.id)).toMatchObject({ state: 'uncertain', attempts: 1 })
    expect((await paper()).split(sale.number).length).toBeLessThanOrEqual(2)
  })

  it('sends nothing to a printer that hangs', async () => {
    await expect.poll(printerPaper, WAIT).toBe('ok')
    await counter.centre.actOnDevice({ act: 'slow', bytes: 0, everyMs: 0 })
    const sale = await soldSale()
    await expect.poll(async () => (await jobOf(counter, sale.id)).problem, WAIT).toBe('silent')
    expect(await jobOf(counter, sale.id)).toMatchObject({ state: 'waiting', attempts: 0 })
    await counter.centre.actOnDevice({ act: 'slow', bytes: 4_096, everyMs: 0 })
    await expect.poll(() => stateOf(sale.id), WAIT).toBe('printed')
    expect((await paper()).split(sale.number)).toHaveLength(2)
  })

  it('keeps what waits over a restart', async () => {
    await counter.centre.actOnDevice({ act: 'paper', is: 'out' })
    const sale = await soldSale()
    await expect.poll(async () => (await jobOf(counter, sale.id)).problem, WAIT).toBe('paper-out')
    await counter.restart()
    expect(await stateOf(sale.id)).toBe('waiting')
    await counter.centre.actOnDevice({ act: 'paper', is: 'ok' })
    await expect.poll(() => stateOf(sale.id), WAIT).toBe('printed')
    expect((await paper()).split(sale.number)).toHaveLength(2)
  })
})

describe('without a receipt printer', () => {
  it('gives the receipt to the system’s printer as a page', async () => {
    await counter.must('devices.configure', {
      slot: 'printer',
      driver: 'none',
      reason: '没有打印机',
      approval: { operatorNumber: '9001', password: 'lianxi-9001' },
    })
    const sale = await soldSale()
    expect(await counter.must('printing.list', { saleId: sale.id })).toEqual({ jobs: [] })
    expect(await counter.call('printing.reprint', { saleId: sale.id })).toMatchObject({
      refusal: { code: 'DEVICE_NOT_SET_UP' },
    })
    const first = await counter.must('printing.fallback', { saleId: sale.id })
    expect(first.copy).toBe(1)
    expect(first.html).toContain('<svg')
    expect((await counter.must('printing.fallback', { saleId: sale.id })).copy).toBe(2)
  })
})
