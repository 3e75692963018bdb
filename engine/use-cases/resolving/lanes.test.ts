import { expect, it } from 'vitest'
import { createLanes } from './lanes.ts'

it('runs one after another in a lane, lanes side by side, and the next after a failure', async () => {
  const lanes = createLanes()
  const done: string[] = []
  const gate = Promise.withResolvers<null>()
  const first = lanes.run('a', async () => {
    await gate.promise
    done.push('first')
    throw new Error('broken')
  })
  const second = lanes.run('a', () => Promise.resolve(done.push('second')))
  await lanes.run('b', () => Promise.resolve(done.push('beside')))
  expect(done).toEqual(['beside'])
  gate.resolve(null)
  await expect(first).rejects.toThrow('broken')
  await second
  await lanes.idle()
  expect(done).toEqual(['beside', 'first', 'second'])
})
