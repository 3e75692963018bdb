import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_FORM } from './input-state.ts'
import { cashCommand, discountCommand, identifyCommand, quantityCommand, readSearch } from './read-fields.ts'

describe('the search field', () => {
  it.each([
    ['amxl', 10_000, 'amxl'],
    ['3*amxl', 30_000, 'amxl'],
    ['12 x 阿莫', 120_000, '阿莫'],
    ['0.5×丸', 5_000, '丸'],
    ['0*amxl', 10_000, '0*amxl'],
    ['3*', 30_000, ''],
    ['6901234567892', 10_000, '6901234567892'],
    ['  ', 10_000, ''],
  ])('%j is %i of %j', (text, quantity, query) => {
    expect(readSearch(text)).toEqual({ quantity, query })
  })
})

describe('the fields', () => {
  it('never throw, and ask the engine only with what they could read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d{0,6}\.?\d{0,3}$/)), (text) => {
        for (const command of [
          cashCommand(text),
          quantityCommand({ kind: 'quantity', lineId: 'a', text, split: false }),
          discountCommand({ kind: 'discount', lineId: 'a', wholeSale: true, text }),
        ]) {
          if (command.do === 'pay-cash' && command.received !== null) {
            expect(Number.isSafeInteger(command.received) && command.received >= 0).toBe(true)
          }
          if (command.do === 'set-discount') expect(command.discount).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('identify only with a number, and send only what belongs to the credential', () => {
    const form = { number: ' 441900198703124025 ', cardSerial: 'S1', documentKind: '04', personName: '陈' }
    expect(identifyCommand({ kind: 'identify', credential: '02', form: EMPTY_FORM })).toBeUndefined()
    expect(identifyCommand({ kind: 'identify', credential: '02', form })).toEqual({
      do: 'identify',
      credential: { type: '02', number: '441900198703124025', documentKind: '04', personName: '陈' },
    })
    expect(identifyCommand({ kind: 'identify', credential: '03', form })).toEqual({
      do: 'identify',
      credential: { type: '03', number: '441900198703124025', cardSerial: 'S1' },
    })
  })
})
