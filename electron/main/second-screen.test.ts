import { describe, expect, it } from 'vitest'
import { customerPlace } from './second-screen.ts'

const till = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } }
const other = { id: 2, bounds: { x: 1366, y: 0, width: 1024, height: 600 } }

describe('the place of the customer’s page', () => {
  it('is the whole of the screen that the till is not on', () => {
    expect(customerPlace('auto', [till, other], 1)).toEqual({ kind: 'screen', bounds: other.bounds })
    expect(customerPlace('auto', [till, other], 2)).toEqual({ kind: 'screen', bounds: till.bounds })
    expect(customerPlace('window', [till, other], 1)).toEqual({ kind: 'screen', bounds: other.bounds })
  })

  it('is a window only where one is asked for, never over the till', () => {
    expect(customerPlace('auto', [till], 1)).toEqual({ kind: 'none' })
    expect(customerPlace('window', [till], 1)).toEqual({ kind: 'window' })
  })

  it('is nowhere when it is switched off', () => {
    expect(customerPlace('off', [till, other], 1)).toEqual({ kind: 'none' })
  })
})
