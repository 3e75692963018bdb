import type { EventName } from './contract.ts'
import type { Role } from './method.ts'

/** What a page in front of customers may hear of: nothing that names a person. */
const FOR_CUSTOMERS: ReadonlySet<EventName> = new Set(['display.changed'])

/** Whether a connection of a role is told of an event. */
export function mayHear(role: Role, event: EventName): boolean {
  return role !== 'display' || FOR_CUSTOMERS.has(event)
}
