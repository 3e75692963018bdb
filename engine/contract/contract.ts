import type { z } from 'zod'
import { deviceMethods, deviceReadSchema, deviceViewSchema, displayViewSchema } from './devices.ts'
import { goodsMethods } from './goods.ts'
import { insuranceMethods } from './insurance.ts'
import { printingMethods, printQueueSchema } from './printing.ts'
import { receiptMethods } from './receipt.ts'
import { openCasesSchema, openSettlementsSchema, resolvingMethods } from './resolving.ts'
import { returnMethods, returnViewSchema } from './returns.ts'
import { saleMethods, saleViewSchema } from './sale.ts'
import { selfTestMethods, selfTestReportSchema } from './selftest.ts'
import { badgeShownSchema, scanMethods, scanOutcomeSchema, scanReadSchema } from './scan.ts'
import { sessionMethods, sessionViewSchema } from './session.ts'
import { activitySchema, statusMethods, statusViewSchema } from './status.ts'
import { openTendersSchema, tenderMethods } from './tenders.ts'

/** Every call that the engine answers. One file per feature; two features with one name would not compile. */
export const METHODS = {
  ...sessionMethods,
  ...saleMethods,
  ...scanMethods,
  ...insuranceMethods,
  ...resolvingMethods,
  ...goodsMethods,
  ...statusMethods,
  ...receiptMethods,
  ...tenderMethods,
  ...returnMethods,
  ...deviceMethods,
  ...printingMethods,
  ...selfTestMethods,
}

export type Methods = typeof METHODS
export type MethodName = keyof Methods
/** What a caller gives (defaults may be left out). */
export type MethodInput<Name extends MethodName> = z.input<Methods[Name]['params']>
/** What the engine works with after validation. */
export type MethodParams<Name extends MethodName> = z.output<Methods[Name]['params']>
export type MethodResult<Name extends MethodName> = z.output<Methods[Name]['result']>

/** Notifications: they tell, they never steer. Each carries the whole new view. */
export const EVENTS = {
  'session.changed': sessionViewSchema,
  'sale.changed': saleViewSchema.nullable(),
  'status.changed': statusViewSchema,
  'activity.changed': activitySchema,
  'return.changed': returnViewSchema,
  'scan.handled': scanOutcomeSchema,
  'scan.read': scanReadSchema,
  'badge.shown': badgeShownSchema,
  'resolving.changed': openSettlementsSchema,
  'cases.changed': openCasesSchema,
  'tenders.changed': openTendersSchema,
  'device.changed': deviceViewSchema,
  'device.read': deviceReadSchema,
  'display.changed': displayViewSchema,
  'printing.changed': printQueueSchema,
  'selftest.changed': selfTestReportSchema,
}

export type EventName = keyof typeof EVENTS
export type EventPayload<Name extends EventName> = z.output<(typeof EVENTS)[Name]>
