import { describe, expect, it } from 'vitest'
import type { SafetyCredential } from '../../../native-bridge/card/safety-control.ts'
import { createFloodGuard } from './flood-guard.ts'
import { createHandTimers } from '../../../native-bridge/testing/timers.ts'
import { createSafetyVisit } from './safety-visit.ts'
import { createSeldom } from './seldom.ts'

describe('the guard against a mad scanner', () => {
  it('lets fifty scans of one scanner through in a second, and others as before', () => {
    let now = 1_000_000
    const guard = createFloodGuard(() => now)
    const passed = Array.from({ length: 1_000 }, () => guard.tooMany('scanner-1')).filter((no) => !no)
    expect(passed).toHaveLength(50)
    expect(guard.tooMany('scanner-2')).toBe(false)
    now += 1_001
    expect(guard.tooMany('scanner-1')).toBe(false)
  })

  it('does not shut a scanner out when the clock is set back', () => {
    let now = 1_000_000
    const guard = createFloodGuard(() => now)
    for (let scan = 0; scan < 60; scan += 1) guard.tooMany('scanner-1')
    now -= 3_600_000
    expect(guard.tooMany('scanner-1')).toBe(false)
  })
})

describe('what comes a thousand times a second', () => {
  it('is told of at once, then once a while, and always of the last', () => {
    const timers = createHandTimers()
    const told: string[] = []
    const seldom = createSeldom(timers.schedule, 250, (name) => told.push(name))
    for (let count = 0; count < 1_000; count += 1) seldom.tell('scanner-1')
    expect(told).toEqual(['scanner-1'])
    timers.fire(250)
    expect(told).toEqual(['scanner-1', 'scanner-1'])
    // nothing came meanwhile: nothing is told, and the next one is told at once
    timers.fire(250)
    expect(told).toHaveLength(2)
    expect(timers.delays()).toEqual([])
    seldom.tell('scanner-1')
    expect(told).toHaveLength(3)
    // names do not wait for each other
    seldom.tell('scanner-2')
    expect(told.at(-1)).toBe('scanner-2')
    seldom.tell('scanner-2')
    seldom.stop()
    expect(timers.delays()).toEqual([])
    expect(told).toHaveLength(4)
  })
})

describe('the credential of a visit', () => {
  const credential: SafetyCredential = {
    visit: 'sale-1',
    transactionNumber: '2102A',
    alsoFor: ['1101', '2101A'],
    businessCredential: 'secret',
    medium: 'code',
  }

  it('serves the transactions of its visit, and is forgotten with it', () => {
    const visit = createSafetyVisit()
    expect(visit.credentialFor('1101', 'sale-1')).toBeUndefined()
    visit.keep(credential)
    for (const infno of ['1101', '2101A', '2102A']) {
      expect(visit.credentialFor(infno, 'sale-1')).toBe('secret')
    }
    expect(visit.credentialFor('2103', 'sale-1')).toBeUndefined()
    expect(visit.credentialFor('1101', 'sale-2')).toBeUndefined()
    expect(visit.credentialFor('1101', undefined)).toBeUndefined()
    // somebody else is identified meanwhile: nothing of it goes along, and it comes back only when that came to nothing
    const putBack = visit.setAside()
    expect(visit.credentialFor('1101', 'sale-1')).toBeUndefined()
    putBack()
    visit.forgetAllBut('sale-1')
    expect(visit.credentialFor('2102A', 'sale-1')).toBe('secret')
    visit.forgetAllBut(undefined)
    expect(visit.credentialFor('2102A', 'sale-1')).toBeUndefined()
  })

  it('of a return stands beside the sale at the counter, until the return ends', () => {
    const visit = createSafetyVisit()
    const cancelling: SafetyCredential = {
      ...credential,
      visit: 'sold-1',
      transactionNumber: '2103',
      alsoFor: ['1101'],
      businessCredential: 'returned',
    }
    visit.keep(credential)
    const forget = visit.keepForReturn(cancelling)
    expect(visit.credentialFor('2103', 'sold-1')).toBe('returned')
    expect(visit.credentialFor('2102A', 'sold-1')).toBeUndefined()
    expect(visit.credentialFor('2102A', 'sale-1')).toBe('secret')
    visit.forgetAllBut('sale-2')
    expect(visit.credentialFor('2103', 'sold-1')).toBe('returned')
    visit.forgetReturnOf('another')
    expect(visit.credentialFor('1101', 'sold-1')).toBe('returned')
    visit.forgetReturnOf('sold-1')
    expect(visit.credentialFor('2103', 'sold-1')).toBeUndefined()
    // what came to nothing is forgotten by whoever kept it, and nothing newer with it
    const newer = { ...cancelling, businessCredential: 'newer' }
    visit.keepForReturn(newer)
    forget()
    expect(visit.credentialFor('2103', 'sold-1')).toBe('newer')
  })
})
