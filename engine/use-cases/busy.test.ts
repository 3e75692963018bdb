import { expect, it } from 'vitest'
import type { Activity } from '../contract/status.ts'
import { createEventBus } from '../ports/event-bus.ts'
import { systemClock } from '../ports/clock.ts'
import { createCentreQueue } from './busy.ts'

function queueThatTells(): {
  queue: ReturnType<typeof createCentreQueue>
  told: unknown[]
  turn: () => void
} {
  const events = createEventBus((error) => {
    throw error
  })
  const queue = createCentreQueue(systemClock, events)
  const told: unknown[] = []
  events.subscribe((name, payload) => {
    // the payload of this event is an activity
    if (name === 'activity.changed') told.push((payload as Activity)?.kind ?? null)
  })
  return { queue, told, turn: () => events.emit('sale.changed', null) }
}

it('lets what runs beside hold up nobody, and shows it only while nothing else runs', async () => {
  const { queue, told } = queueThatTells()
  const gate = Promise.withResolvers<string>()
  const beside = queue.beside(
    'resolve',
    () => true,
    () => gate.promise,
  )
  expect(await queue.run('settle', () => Promise.resolve('settled'))).toBe('settled')
  expect(queue.current()?.kind).toBe('resolve')
  gate.resolve('asked')
  expect(await beside).toBe('asked')
  expect(told).toEqual(['resolve', 'settle', 'resolve', null])
})

it('stops showing it when another sale is at the counter', async () => {
  const { queue, told, turn } = queueThatTells()
  const gate = Promise.withResolvers<string>()
  let concerns = true
  const beside = queue.beside(
    'resolve',
    () => concerns,
    () => gate.promise,
  )
  concerns = false
  turn()
  expect(told).toEqual(['resolve', null])
  gate.resolve('asked')
  await beside
  expect(told).toEqual(['resolve', null])
})
