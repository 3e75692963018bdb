import { z } from 'zod'
import { CREDENTIAL_TYPES } from '../../core/identity/person.ts'
import { fenSchema, instantSchema, nothingSchema } from './common.ts'
import { AT_THE_TILL, method } from './method.ts'
import { saleViewSchema } from './sale.ts'

/** What a person presents at the counter. */
export const credentialSchema = z.strictObject({
  type: z.enum(CREDENTIAL_TYPES),
  number: z.string().min(1).max(50),
  cardSerial: z.string().min(1).max(32).optional(),
  documentKind: z.string().min(1).max(6).optional(),
  personName: z.string().min(1).max(50).optional(),
})

const saleResult = z.object({ sale: saleViewSchema })

/** A settlement as a query found it. */
const foundSettlementSchema = z.object({
  setlId: z.string(),
  mdtrtId: z.string(),
  msgid: z.string(),
  total: fenSchema,
  fundPaid: fenSchema,
  accountPaid: fenSchema,
  cashPart: fenSchema,
  cancelled: z.boolean(),
  settledAt: z.string(),
})

export const queryErrors = [
  'SESSION_NOT_SIGNED_IN',
  'INSURANCE_NOT_SIGNED_IN',
  'INSURANCE_OFFLINE',
  'INSURANCE_REFUSED',
  'INSURANCE_TRIAL_UNANSWERED',
  'INSURANCE_ANSWER_INVALID',
  'INSURANCE_NO_PERSON',
] as const

export const insuranceMethods = {
  'insurance.identify': method({
    summary:
      'Identifies the person at the counter (1101). Several places: the view has options and nothing chosen.',
    params: credentialSchema,
    result: saleResult,
    errors: [...queryErrors, 'SALE_LOCKED', 'INSURANCE_CREDENTIAL_INVALID', 'INSURANCE_NONE_NORMAL'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.choose': method({
    summary: 'Takes one of the insurances that 1101 gave.',
    params: z.strictObject({ position: z.int().min(0) }),
    result: saleResult,
    errors: ['SALE_NONE_OPEN', 'SALE_LOCKED', 'INSURANCE_NO_PERSON', 'INSURANCE_CHOICE_INVALID'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.setAccountUsed': method({
    summary: 'What the person said about using the personal account (acct_used_flag). Outdates the trial.',
    params: z.strictObject({ used: z.boolean() }),
    result: saleResult,
    errors: ['SALE_NONE_OPEN', 'SALE_LOCKED', 'INSURANCE_NO_PERSON'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.clear': method({
    summary: 'Drops the identified person: the sale goes on without insurance.',
    params: nothingSchema,
    result: saleResult,
    errors: ['SALE_NONE_OPEN', 'SALE_LOCKED'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.quote': method({
    summary: 'Trial settlement (2101A or the region’s variant): who would pay what.',
    params: nothingSchema,
    result: saleResult,
    errors: [
      ...queryErrors,
      'SALE_NONE_OPEN',
      'SALE_EMPTY',
      'SALE_LOCKED',
      'TRACE_MISSING',
      'INSURANCE_CHOICE_NEEDED',
      'INSURANCE_NOTHING_INSURABLE',
      'INSURANCE_ANSWER_DOES_NOT_ADD_UP',
      'INSURANCE_REQUEST_INVALID',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.settle': method({
    summary:
      'Settles (2102A or the region’s variant) what was quoted. With nothing left to pay the sale completes. An answer that does not arrive leaves the settlement unknown. `repeatConfirmed`: the cashier saw that the same person settled the same amount a moment ago.',
    params: z.strictObject({ repeatConfirmed: z.boolean().optional() }),
    result: saleResult,
    errors: [
      ...queryErrors,
      'SALE_NONE_OPEN',
      'SALE_LOCKED',
      'TRACE_MISSING',
      'INSURANCE_NOT_QUOTED',
      'INSURANCE_QUOTE_OUTDATED',
      'INSURANCE_SETTLEMENT_UNKNOWN',
      'INSURANCE_SETTLEMENT_DISPUTED',
      'INSURANCE_SETTLEMENT_LIVE',
      'INSURANCE_PERSON_BUSY',
      'INSURANCE_REPEAT_WARNING',
      'SALE_HAS_CASE',
      'INSURANCE_REQUEST_INVALID',
    ],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.shopInformation': method({
    summary: 'The shop as the centre knows it (1201).',
    params: nothingSchema,
    result: z.object({
      shops: z.array(
        z.object({ code: z.string(), name: z.string(), creditCode: z.string(), type: z.string() }),
      ),
    }),
    errors: [...queryErrors],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.loadCodes': method({
    summary: 'Loads a code table of the region (1901) into the local store.',
    params: z.strictObject({ type: z.string().min(1).max(30) }),
    result: z.object({ codes: z.array(z.object({ value: z.string(), label: z.string() })) }),
    errors: [...queryErrors],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.entitlement': method({
    summary: 'What the identified person is entitled to (2001).',
    params: nothingSchema,
    result: z.object({
      funds: z.array(z.object({ fundType: z.string(), enjoyed: z.boolean(), reason: z.string().nullable() })),
    }),
    errors: [...queryErrors, 'SALE_NONE_OPEN', 'INSURANCE_CHOICE_NEEDED'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.visits': method({
    summary: 'Visits of the identified person in this shop over a period (5201).',
    params: z.strictObject({ from: instantSchema, to: instantSchema }),
    result: z.object({
      visits: z.array(z.object({ mdtrtId: z.string(), begin: z.string(), end: z.string() })),
    }),
    errors: [...queryErrors, 'SALE_NONE_OPEN'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.settlement': method({
    summary: 'A settlement of the identified person by its ids (5203).',
    params: z.strictObject({ setlId: z.string().min(1).max(30), mdtrtId: z.string().min(1).max(30) }),
    result: z.object({ settlement: foundSettlementSchema.nullable() }),
    errors: [...queryErrors, 'SALE_NONE_OPEN'],
    reads: false,
    roles: AT_THE_TILL,
  }),
  'insurance.settlementByMessage': method({
    summary:
      'A settlement of the identified person by the msgid that asked for it (5203A), where the region offers it.',
    params: z.strictObject({ msgid: z.string().min(1).max(30) }),
    result: z.object({ settlement: foundSettlementSchema.nullable() }),
    errors: [...queryErrors, 'SALE_NONE_OPEN', 'INSURANCE_NOT_OFFERED_HERE'],
    reads: false,
    roles: AT_THE_TILL,
  }),
}
