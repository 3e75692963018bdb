import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answered, linesJob, printerRig, profileOf, WAIT } from '../testing/printer-rig.ts'

const { folder, onSerial, watched } = printerRig()

describe('the drawer', () => {
  it('opens by an act of its own', async () => {
    const mine = await onSerial(profileOf('generic-80', { drawer: { pin: 5, onMs: 100, offMs: 200 } }))
    expect(await mine.printer.pulseDrawer()).toEqual({ outcome: 'sent' })
    await expect.poll(() => mine.twin.count('pulse'), WAIT).toBe(1)
    expect(mine.twin.paper()).toEqual([{ kind: 'pulse', pin: 5, onMs: 100, offMs: 200 }])
  })

  it('gets no pulse that could come later', async () => {
    const mine = await onSerial(profileOf('generic-80'), { pulseWaitMs: 100 })
    await answered(mine)
    mine.twin.set({ cover: 'open' })
    expect(await mine.printer.pulseDrawer()).toMatchObject({ outcome: 'not-sent', reason: 'cover-open' })
    mine.twin.set({ cover: 'closed' })
    mine.twin.takeOnly(500)
    const printing = mine.printer.print(linesJob('a', 20_000))
    expect(await mine.printer.pulseDrawer()).toMatchObject({ outcome: 'not-sent', reason: 'in-use' })
    mine.twin.takeOnly(Infinity)
    expect(await printing).toEqual({ outcome: 'printed', confirmed: true })
    // whatever was waiting has had its turn by the end of another job
    expect(await mine.printer.print(linesJob('b', 1))).toEqual({ outcome: 'printed', confirmed: true })
    expect(mine.twin.count('pulse')).toBe(0)
  })

  it('gets none where none hangs, and none while the printer is away', async () => {
    const none = await onSerial(profileOf('generic-80', { drawer: null }))
    expect(await none.printer.pulseDrawer()).toMatchObject({ outcome: 'not-sent', reason: 'no-drawer' })
    const away = watched({ kind: 'serial', path: join(folder(), 'nowhere') })
    away.printer.open()
    await expect.poll(() => away.printer.state().state, WAIT).toBe('faulted')
    expect(await away.printer.pulseDrawer()).toMatchObject({ outcome: 'not-sent', reason: 'not-found' })
  })
})
