import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { validateRequestEnvelope } from '../catalogue/validate-envelope.ts'
import { buildSettlement } from '../mapping/settlement-request.ts'
import { buildSignIn } from '../mapping/sign-in.ts'
import { MSGID, profileOf, refusalOf, REQUEST, TEN_O_CLOCK, valueOf } from '../mapping/testing/samples.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'
import { buildRequest, type EnvelopeParts } from './request-envelope.ts'

const DONGGUAN = profileOf('dongguan-441900')

function partsOf(profile: RegionProfile, more: Partial<EnvelopeParts> = {}): EnvelopeParts {
  const wire = valueOf(buildSettlement(profile, REQUEST))
  return {
    infno: wire.infno,
    msgid: MSGID,
    profile,
    shop: { code: 'P44190000001', name: '好药店' },
    operator: { number: '001', name: '张三' },
    signNumber: 'SIGN1',
    insuredPlace: '441900',
    input: wire.input,
    at: TEN_O_CLOCK,
    ...more,
  }
}

type Json = { [name: string]: Json } & Json[] & string
const bodyOf = (parts: EnvelopeParts): Record<string, Json> =>
  JSON.parse(valueOf(buildRequest(parts)).bodyText) as Record<string, Json>

describe('buildRequest', () => {
  it('puts table 3 around the input, all text', () => {
    const { input: _input, ...envelope } = bodyOf(partsOf(DONGGUAN))
    expect(envelope).toEqual({
      infno: '2102A',
      msgid: MSGID,
      mdtrtarea_admvs: '441900',
      insuplc_admdvs: '441900',
      recer_sys_code: 'YBXT',
      dev_no: '',
      dev_safe_info: '',
      cainfo: '',
      signtype: '',
      infver: 'V1.0',
      opter_type: '1',
      opter: '001',
      opter_name: '张三',
      inf_time: '2026-01-31 10:00:00',
      fixmedins_code: 'P44190000001',
      fixmedins_name: '好药店',
      sign_no: 'SIGN1',
      enc_type: '',
    })
    expect(validateRequestEnvelope(bodyOf(partsOf(DONGGUAN)))).toEqual([])
  })

  it('gives the hash of exactly the bytes that leave', () => {
    const built = valueOf(buildRequest(partsOf(DONGGUAN)))
    expect(built.bodyHash).toBe(
      createHash('sha256').update(Buffer.from(built.bodyText, 'utf8')).digest('hex'),
    )
    expect(valueOf(buildRequest(partsOf(DONGGUAN))).bodyText).toBe(built.bodyText)
  })

  it('sends input as an object or as escaped text, by region', () => {
    const asObject = bodyOf(partsOf(DONGGUAN))
    const envelope = { ...DONGGUAN.envelope, inputForm: 'string' }
    const asText = bodyOf(partsOf(profileOf('dongguan-441900', { envelope })))
    expect(typeof asText['input']).toBe('string')
    expect(JSON.parse(asText['input'] ?? '')).toEqual(asObject['input'])
  })

  it('puts the trace node where the region wants it', () => {
    const nested = bodyOf(partsOf(DONGGUAN))['input']
    expect(nested?.['drugdetail']?.[0]?.['drug_trac_info']?.[0]).toEqual({
      feedetl_sn: '1',
      drug_trac_codg: '88298420000560224025',
      trdn_flag: '0',
    })
    const traceNode = { ...DONGGUAN.traceNode, shape: 'beside-data', besideName: 'drugtracinfo' }
    const beside = bodyOf(partsOf(profileOf('dongguan-441900', { traceNode })))['input']
    expect(Object.keys(beside ?? {})).toEqual(['druginfo', 'drugdetail', 'drugtracinfo'])
    expect(beside?.['drugtracinfo']?.map((row) => [row['feedetl_sn'], row['trdn_flag']])).toEqual([
      ['1', '0'],
      ['1', '0'],
      ['2', '1'],
    ])
    expect(beside?.['drugdetail']?.every((row) => !('drug_trac_info' in row))).toBe(true)
  })

  it('sends a basket without codes also where the node stands beside', () => {
    const traceNode = { ...DONGGUAN.traceNode, shape: 'beside-data' }
    const profile = profileOf('dongguan-441900', { traceNode })
    const bare = { ...REQUEST, lines: REQUEST.lines.map((line) => ({ ...line, traceCodes: [] })) }
    const wire = valueOf(buildSettlement(profile, bare))
    expect(Object.keys(bodyOf(partsOf(profile, { input: wire.input }))['input'] ?? {})).toEqual([
      'druginfo',
      'drugdetail',
    ])
  })

  it('renames nodes of the root', () => {
    const overrides = {
      fields: [],
      nodes: [{ infno: '9001', side: 'input', node: 'signIn', moveTo: 'data', note: 'x' }],
    }
    const profile = profileOf('dongguan-441900', { overrides })
    const wire = valueOf(buildSignIn({ operatorNumber: '001', mac: '', ip: '127.0.0.1' }))
    const { signNumber: _sign, insuredPlace: _place, ...rest } = partsOf(profile, wire)
    expect(bodyOf(rest)['input']).toEqual({ data: { opter_no: '001', mac: '', ip: '127.0.0.1' } })
  })

  it('says where a request without a person is insured as the region wants it', () => {
    const wire = valueOf(buildSignIn({ operatorNumber: '001', mac: '', ip: '127.0.0.1' }))
    const { signNumber: _sign, insuredPlace: _place, ...rest } = partsOf(DONGGUAN, wire)
    expect(bodyOf(rest)).toMatchObject({ insuplc_admdvs: '441900', sign_no: '' })
    const envelope = { ...DONGGUAN.envelope, placeWithoutPerson: 'empty' }
    expect(bodyOf({ ...rest, profile: profileOf('dongguan-441900', { envelope }) })).toMatchObject({
      insuplc_admdvs: '',
    })
  })

  it('adds the members that a region wants besides', () => {
    const envelope = { ...DONGGUAN.envelope, extraMembers: { fixmedins_soft_fcty: '某公司' } }
    expect(bodyOf(partsOf(profileOf('dongguan-441900', { envelope })))).toMatchObject({
      fixmedins_soft_fcty: '某公司',
    })
  })

  it('refuses what must not leave, by its path, before anything is sent', () => {
    const refused = (more: Partial<EnvelopeParts>): unknown => {
      const { code, params } = refusalOf(buildRequest(partsOf(DONGGUAN, more)))
      return [code, params['infno'], params['where'], params['problem']]
    }
    expect(refused({ insuredPlace: undefined })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      '2102A',
      'insuplc_admdvs',
      'missing',
    ])
    expect(refused({ operator: { number: '', name: '张三' } })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      '2102A',
      'opter',
      'missing',
    ])
    expect(refused({ shop: { code: 'P44190000001', name: '店'.repeat(201) } })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      '2102A',
      'fixmedins_name',
      'length',
    ])
    expect(refused({ input: { druginfo: {} } })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      '2102A',
      'druginfo.psn_no',
      'missing',
    ])
    expect(refused({ infno: '0000' })).toEqual([
      'INSURANCE_REQUEST_INVALID',
      '0000',
      '',
      'unknown-transaction',
    ])
  })
})
