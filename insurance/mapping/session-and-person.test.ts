import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasErrors } from '../catalogue/validators/issue.ts'
import { validateInput } from '../catalogue/validate.ts'
import { buildPersonQuery, readPerson } from './person.ts'
import { buildSignIn, readSignIn } from './sign-in.ts'
import { buildSignOut, readSignOut } from './sign-out.ts'
import { refusalOf, TEN_O_CLOCK, valueOf } from './testing/samples.ts'

const valid = (request: { infno: string; input: object }): boolean =>
  !hasErrors(validateInput(request.infno, request.input))

describe('9001, 9002', () => {
  it('sign in and out', () => {
    const signIn = valueOf(buildSignIn({ operatorNumber: '001', mac: '00-11-22-33-44-55', ip: '10.0.0.2' }))
    expect(signIn).toEqual({
      infno: '9001',
      input: { signIn: { opter_no: '001', mac: '00-11-22-33-44-55', ip: '10.0.0.2' } },
    })
    expect(valid(signIn)).toBe(true)
    const signOut = valueOf(buildSignOut({ signNumber: 'N1', operatorNumber: '001' }))
    expect(signOut).toEqual({ infno: '9002', input: { signOut: { sign_no: 'N1', opter_no: '001' } } })
    expect(valid(signOut)).toBe(true)
  })

  it('read sign_no in either edition’s node', () => {
    expect(
      valueOf(readSignIn({ signinoutb: { sign_no: ' N1 ', sign_time: '2026-01-31 10:00:00' } })),
    ).toEqual({
      signNumber: 'N1',
      signedAt: TEN_O_CLOCK,
    })
    expect(valueOf(readSignIn({ result: { sign_no: 'N2' } }))).toEqual({
      signNumber: 'N2',
      signedAt: undefined,
    })
    expect(refusalOf(readSignIn(null))).toEqual({
      code: 'INSURANCE_ANSWER_INVALID',
      params: { infno: '9001', where: 'sign_no', problem: 'missing' },
    })
    expect(valueOf(readSignOut(null))).toEqual({ signedOutAt: undefined })
    expect(valueOf(readSignOut({ signoutoutb: { sign_time: '2026-01-31 10:00:00' } }))).toEqual({
      signedOutAt: TEN_O_CLOCK,
    })
  })
})

describe('1101', () => {
  it('asks by token, by document and by card', () => {
    const token = valueOf(buildPersonQuery({ type: '01', number: 'TOKEN' }))
    expect(token.input).toEqual({ data: { mdtrt_cert_type: '01', mdtrt_cert_no: 'TOKEN' } })
    const passport = valueOf(
      buildPersonQuery({ type: '02', number: 'E12345678', documentKind: '08', personName: 'ANN LEE' }),
    )
    expect(passport.input).toEqual({
      data: {
        mdtrt_cert_type: '02',
        mdtrt_cert_no: 'E12345678',
        certno: 'E12345678',
        psn_cert_type: '08',
        psn_name: 'ANN LEE',
      },
    })
    const card = valueOf(buildPersonQuery({ type: '03', number: 'A1', cardSerial: '441900D156000005' }))
    expect(card.input).toEqual({
      data: { mdtrt_cert_type: '03', mdtrt_cert_no: 'A1', card_sn: '441900D156000005' },
    })
    for (const request of [token, passport, card]) expect(valid(request)).toBe(true)
  })

  const BASE = {
    psn_no: '1',
    psn_name: '王小明',
    psn_cert_type: '01',
    certno: '441900',
    gend: '1',
    brdy: '1990-01-01',
    age: '36',
  }
  const ROW = {
    balc: '100.50',
    insutype: '310',
    psn_type: '11',
    psn_insu_stas: '1',
    cvlserv_flag: '0',
    insuplc_admdvs: '441900',
    emp_name: '厂',
  }

  it('reads the person with every insurance, in the order sent', () => {
    const person = valueOf(
      readPerson({
        baseinfo: BASE,
        insuinfo: [ROW, { ...ROW, insutype: '390', insuplc_admdvs: '440100', balc: '0', psn_insu_stas: '' }],
      }),
    )
    expect(person).toEqual({
      personNumber: '1',
      name: '王小明',
      documentKind: '01',
      documentNumber: '441900',
      gender: '1',
      birthDate: '1990-01-01',
      insurances: [
        {
          insuranceType: '310',
          status: '1',
          balance: 10050,
          personType: '11',
          civilServant: '0',
          place: '441900',
          employer: '厂',
        },
        {
          insuranceType: '390',
          status: undefined,
          balance: 0,
          personType: '11',
          civilServant: '0',
          place: '440100',
          employer: '厂',
        },
      ],
    })
  })

  it('takes a person without insurance as such, and one row sent as an object', () => {
    expect(valueOf(readPerson({ baseinfo: BASE })).insurances).toEqual([])
    expect(valueOf(readPerson({ baseinfo: BASE, insuinfo: null })).insurances).toEqual([])
    expect(valueOf(readPerson({ baseinfo: BASE, insuinfo: ROW })).insurances).toHaveLength(1)
  })

  it('refuses an answer that cannot be worked with, by field', () => {
    const refused = (output: unknown): unknown => {
      const { where, problem } = refusalOf(readPerson(output as never)).params
      return [where, problem]
    }
    expect(refused(null)).toEqual(['baseinfo', 'missing'])
    expect(refused({ baseinfo: { ...BASE, psn_no: '' } })).toEqual(['psn_no', 'missing'])
    expect(refused({ baseinfo: BASE, insuinfo: [{ ...ROW, balc: '1.005' }] })).toEqual(['balc', 'unreadable'])
    expect(refused({ baseinfo: BASE, insuinfo: [{ ...ROW, balc: '-1' }] })).toEqual(['balc', 'negative'])
    expect(refused({ baseinfo: BASE, insuinfo: [{ ...ROW, balc: '99999999999999.99' }] })).toEqual([
      'balc',
      'unreadable',
    ])
    expect(refused({ baseinfo: BASE, insuinfo: [{ ...ROW, insuplc_admdvs: '' }] })).toEqual([
      'insuplc_admdvs',
      'missing',
    ])
    expect(refused({ baseinfo: BASE, insuinfo: [{ ...ROW, insuplc_admdvs: '东莞' }] })).toEqual([
      'insuplc_admdvs',
      'unreadable',
    ])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof readPerson(value as never).ok).toBe('boolean')
        expect(typeof readPerson({ baseinfo: BASE, insuinfo: value as never }).ok).toBe('boolean')
      }),
    )
  })
})
