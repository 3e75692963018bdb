import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen } from '../../../core/money/fen.ts'
import type { WireObject, WireValue } from '../../../insurance/catalogue/exact-json.ts'
import type { AskCentre, Asked } from './ask-centre.ts'
import { findSettlement, type Search } from './find-settlement.ts'
import type { Sought } from './sought.ts'

const OURS = 'P44190000001202602011200000001'
const OTHER = 'P44190000001202602011200000002'

const SOUGHT: Sought = {
  saleId: 'sale-1',
  personNumber: 'P1',
  insuredPlace: '441900',
  claimed: fen(28_50),
  accountUsed: true,
  msgid: OURS,
  infno: '2102A',
  sentAt: 1_770_000_000_000,
  ids: undefined,
}

const region = (byMessage: boolean): Parameters<typeof findSettlement>[2] => ({
  fixedValues: { medicalType: '41', clearingTypes: {}, note: '-' },
  settlementQuery: { byMessage, note: '-' },
  resolving: {
    attemptsBeforeGivingUp: 6,
    whenUnprovable: 'reverse',
    windowHours: { before: 72, after: 72 },
    pausesMs: [1_000],
    note: '-',
  },
})

/** What 5203 and 5203A say of a settlement of 28.50, all from the account. */
const record = (msgid: string, settlementId = 'S1'): WireObject => ({
  setlinfo: {
    setl_id: settlementId,
    mdtrt_id: 'M1',
    psn_no: 'P1',
    medins_setl_id: msgid,
    refd_setl_flag: '0',
    medfee_sumamt: '28.50',
    fund_pay_sumamt: '0.00',
    psn_pay: '28.50',
    acct_pay: '28.50',
    cash_payamt: '0.00',
  },
})

const visits = (...ids: readonly string[]): WireValue => ({ mdtrtinfo: ids.map((id) => ({ mdtrt_id: id })) })
const lines = (...ids: readonly string[]): WireValue => ids.map((id) => ({ setl_id: id }))

type Script = Readonly<Partial<Record<string, (data: WireObject) => Asked>>>

/** A centre that answers each number as the script says, and refuses the others. */
function centre(script: Script): { readonly ask: AskCentre; readonly heard: string[] } {
  const heard: string[] = []
  let exchangeId = 0
  return {
    heard,
    ask: (wire) => {
      if (!wire.ok) throw new Error(wire.refusal.code)
      heard.push(wire.value.infno)
      exchangeId += 1
      const data = wire.value.input['data']
      const reply = script[wire.value.infno]?.(data as WireObject)
      return Promise.resolve(reply ?? { kind: 'refused', problem: '未查询到', exchangeId })
    },
  }
}

const answer = (output: WireValue) => (): Asked => ({ kind: 'answer', output, exchangeId: 1 })
const refused = (): Asked => ({ kind: 'refused', problem: '系统繁忙', exchangeId: 1 })
const unanswered = (): Asked => ({ kind: 'unanswered', problem: 'headers-timeout', exchangeId: 1 })
const notSent = (): Asked => ({ kind: 'not-sent', infno: '5201', problem: 'connection-refused' })

const find = (script: Script, byMessage = false, sought: Sought = SOUGHT): Promise<Search> =>
  findSettlement(centre(script).ask, sought, region(byMessage))

describe('looking for a settlement', () => {
  it('goes from visits over their lines to the one that was made by our msgid', async () => {
    const { ask, heard } = centre({
      '5201': answer(visits('M0', 'M1')),
      '5204': (data) => answer(data['mdtrt_id'] === 'M0' ? lines('S0') : lines('S1', 'S2'))(),
      '5203': (data) => answer(record(data['setl_id'] === 'S2' ? OURS : OTHER, String(data['setl_id'])))(),
    })
    const found = await findSettlement(ask, SOUGHT, region(false))
    expect(found).toMatchObject({ kind: 'found', settlement: { settlementId: 'S2', msgid: OURS } })
    expect(heard).toEqual(['5201', '5204', '5203', '5204', '5203', '5203'])
  })

  it('never takes one for ours whose amounts merely fit', async () => {
    const script = {
      '5201': answer(visits('M1')),
      '5204': answer(lines('S1')),
      '5203': answer(record(OTHER)),
    }
    expect(await find(script)).toMatchObject({ kind: 'absent' })
    expect(await find({ ...script, '5203A': answer(record(OTHER)) }, true)).toMatchObject({ kind: 'absent' })
  })

  it('asks 5203A first where the region has it, and believes what it finds', async () => {
    const { ask, heard } = centre({ '5203A': answer(record(OURS)) })
    expect(await findSettlement(ask, SOUGHT, region(true))).toMatchObject({ kind: 'found' })
    expect(heard).toEqual(['5203A'])
  })

  it('does not believe 5203A alone that nothing is there', async () => {
    const nothing = { '5203A': answer(null) }
    expect(await find(nothing, true)).toMatchObject({ kind: 'inconclusive' })
    expect(await find({ ...nothing, '5201': answer(visits()) }, true)).toMatchObject({ kind: 'absent' })
    expect(await find({ '5201': answer(visits()) }, true)).toMatchObject({ kind: 'absent' })
  })

  it('asks by the ids where an answer has told them', async () => {
    const { ask, heard } = centre({ '5203': answer(record(OURS)) })
    const sought = { ...SOUGHT, ids: { settlementId: 'S1', visitId: 'M1' } }
    expect(await findSettlement(ask, sought, region(false))).toMatchObject({ kind: 'found' })
    expect(heard).toEqual(['5203'])
  })

  it('is absent only when every visit was looked at', async () => {
    const there = { '5201': answer(visits('M1')), '5204': answer(lines('S1')), '5203': answer(record(OTHER)) }
    expect(await find({ '5201': answer(visits()) })).toMatchObject({ kind: 'absent' })
    expect(await find({ ...there, '5204': refused })).toMatchObject({ kind: 'inconclusive' })
    expect(await find({ ...there, '5204': answer({ file_qury_no: 'F' }) })).toMatchObject({
      kind: 'inconclusive',
    })
    expect(await find({ ...there, '5203': refused })).toMatchObject({ kind: 'inconclusive' })
    expect(await find({ ...there, '5203': answer(null) })).toMatchObject({ kind: 'inconclusive' })
    expect(await find({ '5201': refused })).toMatchObject({ kind: 'inconclusive', problem: '系统繁忙' })
    const many = Array.from({ length: 61 }, (_, index) => `M${index}`)
    expect(await find({ ...there, '5201': answer(visits(...many)) })).toMatchObject({ kind: 'inconclusive' })
  })

  it('looks on after a doubt, and finds it in a later visit', async () => {
    const script = {
      '5201': answer(visits('M0', 'M1')),
      '5204': (data: WireObject) => (data['mdtrt_id'] === 'M0' ? refused() : answer(lines('S1'))()),
      '5203': answer(record(OURS)),
    }
    expect(await find(script)).toMatchObject({ kind: 'found' })
  })

  it('ends at the first silence, and is not asked at all without a line', async () => {
    const { ask, heard } = centre({ '5201': unanswered })
    expect(await findSettlement(ask, SOUGHT, region(false))).toMatchObject({ kind: 'inconclusive' })
    expect(heard).toEqual(['5201'])
    expect(await find({ '5201': notSent })).toEqual({
      kind: 'not-asked',
      infno: '5201',
      problem: 'connection-refused',
    })
  })

  it('says “absent” of nothing that any answer left in doubt, whatever the others say', async () => {
    const reply = fc.constantFrom<(() => Asked)[]>(
      ...[refused, unanswered, notSent, answer(null), answer({ setlinfo: { setl_id: 'S1' } }), answer('?')],
      ...[answer(record(OTHER)), answer(visits('M1')), answer(lines('S1')), answer(visits())],
    )
    const scripts = fc.record({ '5201': reply, '5204': reply, '5203': reply, '5203A': reply })
    const told = (one: Asked): boolean => one.kind === 'answer'
    await fc.assert(
      fc.asyncProperty(scripts, fc.boolean(), async (script, byMessage) => {
        const kinds: [string, boolean][] = []
        const noted = Object.fromEntries(
          Object.entries(script).map(([infno, say]) => [
            infno,
            (): Asked => {
              const said = say()
              kinds.push([infno, told(said)])
              return said
            },
          ]),
        )
        const found = await find(noted, byMessage)
        expect(found.kind).not.toBe('found')
        if (found.kind !== 'absent') return
        // the straight way may be refused; every answer of the long way must have been given
        expect(kinds.filter(([infno, given]) => infno !== '5203A' && !given)).toEqual([])
        expect(kinds.some(([infno]) => infno === '5201')).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})
