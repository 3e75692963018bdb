import { afterEach, expect, it } from 'vitest'
import { practiceRegion } from '../../build/practice/practice-region.ts'
import type { RegionChoice } from '../../build/practice/practice-shop.ts'
import type { CentreConfigInput } from '../../sandbox/config/centre-config.ts'
import { seedPerson } from '../../sandbox/testing/test-shop.ts'
import { openCounter, scanBoxes, type TestCounter } from './counter.ts'
import { readJournal } from './testing/journal.ts'

let counter: TestCounter | undefined
afterEach(() => counter?.close())

const TOKEN = 'R1WANGXIULAN0000000000000X01'
const PERSON = '99990000000000100101'

/** Somebody of the region with outpatient pooling and 20.00 on the account. */
const insuredIn = (place: string) => ({
  ...seedPerson('黄志强'),
  personNumber: PERSON,
  documentNumber: '510402195809150018',
  name: '王秀兰',
  ecToken: TOKEN,
  cardNumber: null,
  cardSerial: null,
  insurances: seedPerson('黄志强').insurances.map((one) => ({ ...one, place, balance: 20_00 })),
})

/** Sells two boxes to somebody of the region: fund 4.20, account 20.00, cash 32.80. Gives the numbers that were called. */
async function sellIn(choice: RegionChoice, form?: CentreConfigInput['envelope']): Promise<string[]> {
  const region = practiceRegion(choice)
  if (!region.ok) throw new Error(region.refusal.code)
  const { areaCode, centre } = region.value
  counter = await openCounter({ region: choice })
  await counter.centre.putPeople([insuredIn(areaCode)])
  if (form !== undefined) await counter.centre.setConfig({ envelope: { ...centre.envelope, ...form } })

  const scanned = await scanBoxes(counter, 2)
  const { sale: known } = await counter.must('insurance.identify', { type: '01', number: TOKEN })
  expect(known.insured?.options[0]).toMatchObject({ locality: 'local', place: areaCode })
  await counter.must('insurance.quote', {})
  await counter.must('insurance.settle', {})
  const { sale } = await counter.must('sale.payCash', { received: null })
  expect(sale.totals).toMatchObject({ total: 57_00, insured: 24_20, tendered: 32_80 })
  expect(await counter.must('uploads.sendNow', {})).toMatchObject({ waiting: 0 })
  const { centreSignedOut } = await counter.must('session.signOut', {})

  const [record] = await counter.centre.settlements()
  expect(record).toMatchObject({
    personNumber: PERSON,
    settlementId: sale.settlement?.setlId,
    fundPaid: 4_20,
    accountPaid: 20_00,
    cashPaid: 32_80,
    balanceAfter: 0,
  })
  const sold = (await counter.centre.traces()).filter((trace) => trace.source === 'settlement')
  expect(sold.map((trace) => trace.code).sort()).toEqual(
    scanned.lines.flatMap((line) => line.trace.codes).sort(),
  )
  expect((await counter.centre.reports()).flatMap((report) => report.traceCodes)).toHaveLength(2)
  expect(await counter.centre.check()).toEqual([])
  const journal = readJournal(counter)
  expect(journal.map(({ steps }) => steps.at(-1)?.step)).toEqual(journal.map(() => 'accepted'))
  for (const { msgid, request } of journal) {
    expect(msgid).toMatch(new RegExp(`^P${areaCode}00001`))
    expect(request).toContain(`"mdtrtarea_admvs":"${areaCode}"`)
  }
  const called = journal.map(({ infno }) => infno)
  // where the sign_no serves the whole day there is nothing to sign out of
  expect(centreSignedOut).toBe(called.includes('9002') ? true : null)
  return called
}

it.each([
  ['dongguan-441900', '2101A', '2102A', ['3505A', '9002']],
  ['panzhihua-510400', '2101A', '2102A', ['3505A', '9002']],
  ['xinjiang-650000', '2101A', '2102A', ['3505A', '9002']],
  ['shaanxi-610000', '2101A', '2102A', ['3505A', '9002']],
  ['fengyang-341126', '2101', '2102', ['3505A']],
])('%s sells an insured basket by %s, %s and %s, signed', async (profile, trial, settle, after) => {
  expect(await sellIn({ profile })).toEqual(['9001', '1101', trial, settle, ...after])
})

const note = 'a form that some region may want'

it('input and output as text, the trace node beside the others, one good a report, the number in the path', async () => {
  const overrides = {
    variants: { trial: '2101', settle: '2102', report: '3505', returnReport: '3506', note },
    traceNode: { shape: 'beside-data', besideName: 'drug_trac_info', counters: true, note },
    envelope: {
      inputForm: 'string',
      version: 'V1.0',
      receiverSystemCode: 'YBXT',
      operatorType: '1',
      placeWithoutPerson: 'shop-area',
      extraMembers: {},
      note,
    },
    address: { strategy: 'append-number', note },
  }
  const form = { output: 'text', numbers: 'text', resultCode: 'text' } as const
  const called = await sellIn({ profile: 'shaanxi-610000', overrides }, form)
  expect(called).toEqual(['9001', '1101', '2101', '2102', '3505', '9002'])
  expect(readJournal(counter ?? expect.fail(), '2102')[0]?.request).toMatch(
    /"input":"\{.*\\"drug_trac_info\\":\[\{\\"feedetl_sn/s,
  )
})

it('2102B, which is told the unit of every code', async () => {
  const overrides = {
    variants: { trial: '2101A', settle: '2102B', report: '3505A', returnReport: '3506A', note },
  }
  const called = await sellIn({ profile: 'xinjiang-650000', overrides })
  expect(called).toContain('2102B')
})

it('a shop that replaces the province’s area by its own', async () => {
  const overrides = {
    areaCode: '610100',
    area: { localPrefixes: ['6101'], provincePrefix: '61', note },
  }
  await sellIn({ profile: 'shaanxi-610000', overrides })
  expect(await counter?.must('session.get', {})).toMatchObject({ shop: { areaCode: '610100' } })
})
