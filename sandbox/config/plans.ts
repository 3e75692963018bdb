import { z } from 'zod'

const fen = z.int().min(0).max(99_999_999_99)
/** Ten-thousandths: 7000 is 70 %. */
const ratio = z.int().min(0).max(10_000)

/** A further fund that pays a share of what the person would still bear of the amount in scope. */
const extraFundSchema = z.strictObject({
  /** The amount of `setlinfo` that it appears in. */
  amount: z.enum(['cvlserv_pay', 'hifes_pay', 'hifmi_pay', 'hifob_pay', 'maf_pay', 'oth_pay', 'hifdm_pay']),
  fundType: z.string().min(1).max(7),
  fundName: z.string().min(1).max(60),
  ratio,
  /** Only for people with `cvlserv_flag` 1. */
  civilServantsOnly: z.boolean().default(false),
})

/** What the pooled fund pays for some kinds of purchase. */
const fundRuleSchema = z.strictObject({
  /** `med_type` values that it holds for. */
  medicalTypes: z.array(z.string().min(1).max(6)).min(1).max(20),
  fundType: z.string().min(1).max(7),
  fundName: z.string().min(1).max(60),
  /** For the year, counted over all purchases of the rule's plan. */
  deductibleFen: fen,
  ratio,
  yearCapFen: fen,
  extras: z.array(extraFundSchema).max(5).default([]),
})

/** How one kind of insurance pays at a pharmacy. A purchase that no rule is for is paid from the account and in cash. */
export const planSchema = z.strictObject({
  /** What the personal account may pay: everything, or only what is in scope and its own shares. */
  accountCovers: z.enum(['all', 'in-scope']).default('all'),
  rules: z.array(fundRuleSchema).max(10).default([]),
})

export type ExtraFund = z.infer<typeof extraFundSchema>
export type FundRule = z.infer<typeof fundRuleSchema>
export type Plan = z.infer<typeof planSchema>

const EMPLOYEE_POOL = { fundType: '310102', fundName: '职工门诊统筹基金' }
const RESIDENT_POOL = { fundType: '390102', fundName: '居民门诊统筹基金' }

/**
 * Plans of the seed. In Dongguan an ordinary purchase (41) of an employee is paid from the account alone; people who
 * chose outpatient pooling, chronic diseases (14) and residents have a share of the pooled fund.
 */
export const DEFAULT_PLANS: Readonly<Record<string, z.input<typeof planSchema>>> = {
  'account-only': {
    rules: [{ medicalTypes: ['14'], ...EMPLOYEE_POOL, deductibleFen: 0, ratio: 8000, yearCapFen: 600_000 }],
  },
  'outpatient-pool': {
    rules: [
      {
        medicalTypes: ['41', '11', '110104'],
        ...EMPLOYEE_POOL,
        deductibleFen: 5_000,
        ratio: 6000,
        yearCapFen: 200_000,
        extras: [
          {
            amount: 'cvlserv_pay',
            fundType: '320100',
            fundName: '公务员医疗补助基金',
            ratio: 5000,
            civilServantsOnly: true,
          },
        ],
      },
      { medicalTypes: ['14'], ...EMPLOYEE_POOL, deductibleFen: 0, ratio: 8500, yearCapFen: 800_000 },
    ],
  },
  'resident-pool': {
    accountCovers: 'in-scope',
    rules: [
      {
        medicalTypes: ['41', '11', '110104', '14'],
        ...RESIDENT_POOL,
        deductibleFen: 0,
        ratio: 5000,
        yearCapFen: 80_000,
      },
    ],
  },
  'resident-assisted': {
    accountCovers: 'in-scope',
    rules: [
      {
        medicalTypes: ['41', '11', '110104', '14'],
        ...RESIDENT_POOL,
        deductibleFen: 0,
        ratio: 5000,
        yearCapFen: 80_000,
        extras: [{ amount: 'maf_pay', fundType: '610100', fundName: '医疗救助基金', ratio: 7000 }],
      },
    ],
  },
}
