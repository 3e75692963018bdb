import { describe, expect, it } from 'vitest'
import { createScanDirection } from './scan-direction.ts'

describe('scans of the till', () => {
  it('go to the sale, to the screen while it asks for them, and to the sale again', () => {
    const heard: string[] = []
    const direction = createScanDirection(
      { emit: (event, payload) => void heard.push(`${event} ${JSON.stringify(payload)}`) },
      (text) => void heard.push(`sale ${text}`),
    )
    direction.take('1')
    direction.direct({ to: 'screen', returnId: 'return-1' })
    expect(direction.current()).toEqual({ to: 'screen', returnId: 'return-1' })
    direction.take('2')
    direction.direct({ to: 'sale' })
    direction.take('3')
    expect(heard).toEqual(['sale 1', 'scan.read {"text":"2"}', 'sale 3'])
  })
})
