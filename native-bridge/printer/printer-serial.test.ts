import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listenAsPrinter, plugPrinterIn } from '../../device-twins/printer-lines.ts'
import { answered, linesJob, printerRig, profileOf, ready, WAIT, WORKING } from '../testing/printer-rig.ts'
import { createPrinterTwin } from '../../device-twins/printer-twin.ts'
import { testSlip } from './test-slip.ts'

const { folder, later, onSerial, watched } = printerRig()

describe('a printer on a serial line', () => {
  it('prints a slip whole, confirmed by the answer behind it, and goes through ready, busy, ready', async () => {
    const mine = await onSerial()
    const outcome = await mine.printer.print({ id: 'a', bytes: testSlip(profileOf('generic-80')) })
    expect(outcome).toEqual({ outcome: 'printed', confirmed: true })
    expect(mine.twin.lines()[0]).toBe('打印测试')
    expect(mine.twin.lines().at(-1)).toBe('以上内容清晰、不换行即为正常')
    expect([mine.twin.count('cut'), mine.twin.count('qr'), mine.twin.count('pulse')]).toEqual([1, 1, 0])
    expect(mine.conditions).toEqual([WORKING])
    await mine.printer.close()
    expect(mine.states.map(({ state }) => state)).toEqual(['opening', 'ready', 'busy', 'ready', 'closed'])
    expect(mine.timersLeft()).toBe(0)
  })

  it('prints jobs one after the other, and the same id once', async () => {
    const mine = await onSerial()
    const jobs = ['a', 'b', 'a'].map((id) => mine.printer.print(linesJob(id, 30)))
    for (const outcome of await Promise.all(jobs))
      expect(outcome).toEqual({ outcome: 'printed', confirmed: true })
    const lines = mine.twin.lines()
    expect(lines).toHaveLength(60)
    expect(lines.slice(0, 30).every((line) => line.endsWith('of a'))).toBe(true)
    expect(lines.slice(30).every((line) => line.endsWith('of b'))).toBe(true)
  })

  it('tells when a job begins, which is never without paper, and begins none that was given up', async () => {
    const mine = await onSerial()
    await answered(mine)
    const begun: string[] = []
    const job = (id: string, wanted = true) => ({
      ...linesJob(id, 3),
      onStart: () => {
        begun.push(`${id} ${mine.twin.lines().length}`)
        return wanted
      },
    })
    mine.twin.set({ paper: 'out' })
    expect(await mine.printer.print(job('a'))).toMatchObject({ outcome: 'not-started', reason: 'paper-out' })
    expect(begun).toEqual([])
    mine.twin.set({ paper: 'ok' })
    expect(await mine.printer.print(job('b', false))).toMatchObject({ outcome: 'not-started' })
    expect(mine.twin.lines()).toEqual([])
    expect(await mine.printer.print(job('c'))).toMatchObject({ outcome: 'printed' })
    expect(begun).toEqual(['b 0', 'c 0'])
  })

  it('takes what does not answer as unknown, and prints', async () => {
    const mine = await onSerial(profileOf('generic-80'), { answerMs: 50 }, (twin) => twin.answer(false))
    expect(await mine.printer.print(linesJob('a', 3))).toEqual({ outcome: 'printed', confirmed: false })
    await expect.poll(() => mine.twin.lines(), WAIT).toHaveLength(3)
    expect(mine.printer.condition()).toEqual({
      paper: 'unknown',
      cover: 'unknown',
      online: 'unknown',
      error: 'unknown',
    })
    expect(mine.conditions).toEqual([])
    expect(mine.printer.state()).toEqual({ state: 'ready' })
  })

  it('asks nothing where the profile says so', async () => {
    const mine = await onSerial(profileOf('generic-80', { status: 'none' }))
    expect(await mine.printer.print(linesJob('a', 3))).toEqual({ outcome: 'printed', confirmed: false })
    await expect.poll(() => mine.twin.received(), WAIT).toBe(linesJob('a', 3).bytes.length)
  })

  it('starts nothing without paper, and says why', async () => {
    const mine = await onSerial()
    await answered(mine)
    mine.twin.set({ paper: 'out' })
    expect(await mine.printer.print(linesJob('a', 3))).toMatchObject({
      outcome: 'not-started',
      reason: 'paper-out',
    })
    expect(mine.printer.condition()).toMatchObject({ paper: 'out', online: 'no' })
    mine.twin.set({ paper: 'ok', cover: 'open' })
    expect(await mine.printer.print(linesJob('b', 3))).toMatchObject({
      outcome: 'not-started',
      reason: 'cover-open',
    })
    mine.twin.set({ cover: 'closed', error: 'cutter' })
    expect(await mine.printer.print(linesJob('c', 3))).toMatchObject({
      outcome: 'not-started',
      reason: 'cutter',
    })
    mine.twin.set({ error: 'none', online: false })
    expect(await mine.printer.print(linesJob('d', 3))).toMatchObject({
      outcome: 'not-started',
      reason: 'offline',
    })
    mine.twin.set({ online: true, paper: 'near-end' })
    expect(await mine.printer.print(linesJob('e', 3))).toEqual({ outcome: 'printed', confirmed: true })
    expect(mine.twin.lines()).toHaveLength(3)
  })

  it('is uncertain of a job that went out while the roll ended', async () => {
    for (const id of ['generic-80', 'epson-tm-t82']) {
      const twin = createPrinterTwin()
      const listening = await listenAsPrinter(twin)
      later(listening.close)
      const mine = watched({ kind: 'tcp', host: '127.0.0.1', port: listening.port }, profileOf(id), {
        confirmMs: 1_000,
      })
      await ready(mine)
      await answered(mine)
      twin.rollEndsAfter(5)
      expect(await mine.printer.print(linesJob('a', 40))).toMatchObject({
        outcome: 'uncertain',
        reason: 'paper-out',
      })
      expect(twin.lines()).toHaveLength(5)
      // what the printer still held comes out with the new roll: that is why a person must look
      twin.set({ paper: 'ok' })
      await expect.poll(() => twin.lines(), WAIT).toHaveLength(40)
    }
  })

  it('hears from a printer that tells by itself, without asking', async () => {
    const mine = await onSerial(profileOf('epson-tm-t82'), { askEveryMs: 60_000 })
    await answered(mine)
    mine.twin.set({ cover: 'open' })
    await expect.poll(() => mine.printer.condition().cover, WAIT).toBe('open')
    mine.twin.set({ cover: 'closed', paper: 'near-end' })
    await expect.poll(() => mine.printer.condition(), WAIT).toEqual({ ...WORKING, paper: 'near-end' })
  })

  it('asks again and again while it is open, and no longer when it is closed', async () => {
    const mine = await onSerial(profileOf('generic-80'), { askEveryMs: 20 })
    await answered(mine)
    for (const paper of ['near-end', 'out', 'ok', 'near-end'] as const) {
      mine.twin.set({ paper })
      await expect.poll(() => mine.printer.condition().paper, WAIT).toBe(paper)
    }
    await mine.printer.close()
    expect(mine.timersLeft()).toBe(0)
  })

  it('reads a status between garbage, and tells of the garbage once', async () => {
    const mine = await onSerial(profileOf('epson-tm-t82'), { askEveryMs: 20 })
    await answered(mine)
    for (let round = 0; round < 5; round += 1)
      mine.twin.send(Uint8Array.from({ length: 400 }, (_, index) => (index * 7 + round) & 0xff))
    mine.twin.send(Uint8Array.of(0xff, 0xfe))
    mine.twin.set({ paper: 'near-end' })
    await expect.poll(() => mine.printer.condition(), WAIT).toEqual({ ...WORKING, paper: 'near-end' })
    expect(mine.notes).toEqual(['noise'])
  })

  it('reports half a job when the cable is pulled, comes back by itself and prints it only when asked', async () => {
    const mine = await onSerial(profileOf('generic-80'), {}, (twin) => twin.takeOnly(2_000))
    const job = linesJob('a', 20_000)
    const printing = mine.printer.print(job)
    await expect.poll(() => mine.twin.received(), WAIT).toBe(2_000)
    await mine.cable.unplug()
    const outcome = await printing
    expect(outcome).toMatchObject({ outcome: 'incomplete', reason: 'unplugged' })
    expect(outcome.outcome === 'incomplete' && outcome.sent).toBeLessThan(job.bytes.length)
    expect(mine.printer.condition().online).toBe('unknown')
    expect(await mine.printer.print(linesJob('b', 1))).toMatchObject({
      outcome: 'not-started',
      reason: 'unplugged',
    })
    const before = mine.twin.lines().length
    mine.twin.takeOnly(Infinity)
    const again = await plugPrinterIn(folder(), mine.twin)
    later(again.unplug)
    await expect.poll(() => mine.printer.state().state, WAIT).toBe('ready')
    await answered(mine)
    expect(mine.twin.lines()).toHaveLength(before)
    expect(await mine.printer.print(linesJob('a', 10))).toEqual({ outcome: 'printed', confirmed: true })
  })

  it('waits for a slow printer, and loses nothing', async () => {
    const mine = await onSerial(profileOf('generic-80'), {}, (twin) => twin.slowDown(4_000, 10))
    const job = linesJob('a', 10_000)
    expect(await mine.printer.print(job)).toEqual({ outcome: 'printed', confirmed: true })
    expect(mine.twin.lines()).toHaveLength(10_000)
  })

  it('says that the paper ended where the printer takes no more bytes because of that', async () => {
    const mine = await onSerial(profileOf('epson-tm-t82'))
    await answered(mine)
    mine.twin.rollEndsAfter(5)
    expect(await mine.printer.print(linesJob('a', 20_000))).toMatchObject({
      outcome: 'incomplete',
      reason: 'paper-out',
    })
    expect(mine.states.findLast(({ state }) => state === 'faulted')).toMatchObject({ reason: 'silent' })
  })

  it('gives up a job that takes longer than a job may, and lets go of the line', async () => {
    const mine = await onSerial(profileOf('generic-80', { status: 'none' }), { jobMs: 200 }, (twin) =>
      twin.slowDown(200, 20),
    )
    expect(await mine.printer.print(linesJob('a', 20_000))).toMatchObject({
      outcome: 'incomplete',
      reason: 'silent',
    })
    expect(mine.states.at(-1)).toMatchObject({ state: 'faulted', reason: 'silent' })
  })

  it('ends a job when it is closed in the middle', async () => {
    const mine = await onSerial(profileOf('generic-80'), {}, (twin) => twin.takeOnly(1_000))
    const printing = mine.printer.print(linesJob('a', 20_000))
    await expect.poll(() => mine.twin.received(), WAIT).toBe(1_000)
    await mine.printer.close()
    expect(await printing).toMatchObject({ outcome: 'incomplete' })
    expect(mine.states.at(-1)).toEqual({ state: 'closed' })
    expect(mine.timersLeft()).toBe(0)
  })

  it('starts nothing while it is closed, and holds no crowd', async () => {
    const mine = watched({ kind: 'serial', path: join(folder(), 'printer') })
    expect(await mine.printer.print(linesJob('a', 1))).toMatchObject({
      outcome: 'not-started',
      reason: 'not-found',
    })
    const many = Array.from({ length: 40 }, (_, index) => mine.printer.print(linesJob(String(index), 1)))
    const reasons = (await Promise.all(many)).map((outcome) => 'reason' in outcome && outcome.reason)
    expect(reasons.filter((reason) => reason === 'in-use')).toHaveLength(24)
  })
})
