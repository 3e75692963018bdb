import { describe, expect, it } from 'vitest'
import { insertSamples } from '../testing/sample-rows.ts'
import { freshTill, NOON } from '../testing/till-database.ts'
import { deviceSettings, dropDeviceSetting, setDeviceSetting } from './device-setting-repository.ts'
import { drawerOpenings, insertDrawerOpening, insertDrawerOutcome } from './drawer-repository.ts'

describe('settings of devices', () => {
  it('are replaced, and forgotten', () => {
    const { db } = freshTill()
    insertSamples(db)
    const [sample] = deviceSettings(db)
    if (sample === undefined) throw new Error('no sample')
    db.transaction(() => setDeviceSetting(db, { ...sample, driver: 'none', changed_at: NOON + 1 }))
    expect(deviceSettings(db)).toEqual([{ ...sample, driver: 'none', changed_at: NOON + 1 }])
    db.transaction(() => dropDeviceSetting(db, sample.slot))
    expect(deviceSettings(db)).toEqual([])
  })
})

describe('openings of the drawer', () => {
  it('come newest first, with what became of each', () => {
    const { db } = freshTill()
    insertSamples(db)
    const opening = { shiftId: 'shift-1', operatorId: 1, approvedBy: 2, reason: '找零', saleId: null }
    db.transaction(() => insertDrawerOpening(db, { ...opening, id: 'b', at: NOON + 1 }))
    db.transaction(() => insertDrawerOpening(db, { ...opening, id: 'c', at: NOON + 2, saleId: 'sale-1' }))
    db.transaction(() =>
      insertDrawerOutcome(db, 'c', { outcome: 'not-sent', problem: 'paper-out', at: NOON + 3 }),
    )
    expect(drawerOpenings(db, 2)).toEqual([
      { at: NOON + 2, operator_name: '李四', reason: '找零', automatic: 1, outcome: 'not-sent' },
      { at: NOON + 1, operator_name: '李四', reason: '找零', automatic: 0, outcome: null },
    ])
    expect(() =>
      db.transaction(() => insertDrawerOutcome(db, 'c', { outcome: 'sent', problem: null, at: NOON })),
    ).toThrow('UNIQUE')
  })
})
