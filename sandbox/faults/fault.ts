import { z } from 'zod'

/** Milliseconds of real time, or until the admin interface releases the call. */
const delay = z.union([z.int().min(0).max(3_600_000), z.literal('released')])
/** True: the centre does what was asked although the caller will not learn it. */
const processed = z.boolean().default(true)

const MEMBER = z.string().regex(/^\w{1,40}$/)

/** What goes wrong with one call. Everything happens on the real socket with real time. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** Answers this call, then stops listening: the next connections are refused by the system. */
  z.strictObject({ kind: z.literal('stop-listening'), forMs: z.int().min(1).max(3_600_000) }),
  /** The request was read and thrown away; the connection is reset. */
  z.strictObject({ kind: z.literal('reset-before') }),
  /** The connection is reset first, and the centre does what was asked afterwards: a query in between finds nothing. */
  z.strictObject({ kind: z.literal('reset-during'), delay: delay.default(0) }),
  /** Done, then the connection is reset without a byte of an answer. */
  z.strictObject({ kind: z.literal('reset-after') }),
  /** The whole answer, late. `order`: done at once and answered late, or done only when the time is over. */
  z.strictObject({
    kind: z.literal('late'),
    delay,
    order: z.enum(['done-first', 'done-last']).default('done-first'),
  }),
  /** No answer: the connection stays open until the caller leaves or the call is released. */
  z.strictObject({ kind: z.literal('never'), processed }),
  /** The same HTTP answer two times on one connection. */
  z.strictObject({ kind: z.literal('twice') }),
  /** All headers, part of the body, then the end of the connection. */
  z.strictObject({
    kind: z.literal('half-body'),
    processed,
    /** How much of the body comes. */
    percent: z.int().min(0).max(99).default(50),
    end: z.enum(['close', 'reset']).default('close'),
  }),
  /** A whole and valid answer that belongs to another msgid. */
  z.strictObject({ kind: z.literal('wrong-answer'), processed }),
  /** An HTTP status with a gateway's page instead of an answer. */
  z.strictObject({
    kind: z.literal('http-status'),
    status: z.int().min(300).max(599).default(502),
    processed,
  }),
  /** A refusal that the business had no reason for. `processed` true is a lie of the platform: done, and said to be refused. */
  z.strictObject({
    kind: z.literal('result-code'),
    code: z.string().min(1).max(10).default('-1'),
    message: z.string().max(2_000).default('系统繁忙，请稍后再试'),
    processed: z.boolean().default(false),
  }),
  /** HTTP 200 with something that is no answer. */
  z.strictObject({
    kind: z.literal('garbage'),
    content: z
      .enum(['bytes', 'html', 'empty', 'json-array', 'no-output', 'repeated-name', 'deep'])
      .default('bytes'),
    processed,
  }),
  /** The right answer with a byte in it that is not UTF-8. */
  z.strictObject({ kind: z.literal('invalid-utf8'), processed }),
  /** The right answer with a member that makes it this large. */
  z.strictObject({
    kind: z.literal('oversized'),
    bytes: z.int().min(1_000).max(1_000_000_000).default(67_108_864),
    processed,
  }),
  /** The right answer, a few bytes at a time. */
  z.strictObject({
    kind: z.literal('trickle'),
    processed,
    bytesPerStep: z.int().min(1).max(100_000).default(16),
    everyMs: z.int().min(1).max(60_000).default(200),
  }),
  /** The ledger is right; an amount of the answer is not. */
  z.strictObject({
    kind: z.literal('amount'),
    change: z.enum(['third-decimal', 'negative', 'absurd', 'not-a-number', 'missing', 'off-by']),
    /** Wire name of the amount; the usual one of the change when left out. */
    member: MEMBER.optional(),
    byFen: z.int().min(-1_000_000).max(1_000_000).default(1),
  }),
  /** This call is done and stamped as if the centre's clock were off. */
  z.strictObject({ kind: z.literal('clock'), offsetMs: z.int().min(-31_536_000_000).max(31_536_000_000) }),
])
export type Fault = z.infer<typeof faultSchema>

/** Which calls a fault is for: all of those numbers (or any number), and of these the ones that `when` picks. */
export const faultRuleSchema = z.strictObject({
  infno: z.array(z.string().min(4).max(9)).max(40).optional(),
  when: z
    .discriminatedUnion('pick', [
      z.strictObject({ pick: z.literal('all') }),
      /** Counted from 1 among the matching calls since the rule was set. */
      z.strictObject({ pick: z.literal('nth'), calls: z.array(z.int().min(1)).min(1).max(10_000) }),
      z.strictObject({ pick: z.literal('every'), calls: z.int().min(1) }),
      /** The same seed hits the same calls again. */
      z.strictObject({ pick: z.literal('random'), probability: z.number().min(0).max(1), seed: z.int() }),
    ])
    .default({ pick: 'all' }),
  /** At most so many hits. */
  limit: z.int().min(1).optional(),
  fault: faultSchema,
})
export type FaultRule = z.infer<typeof faultRuleSchema>
export type FaultRuleInput = z.input<typeof faultRuleSchema>
