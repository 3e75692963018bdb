import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretAnswer, interpretBody, type Outcome } from './interpret-answer.ts'

const PROFILE = { middlewareCodes: ['-2', '999'], overrides: { fields: [], nodes: [] } }
const MSGID = 'P44190000001202601311000000001'
const OTHER = 'P44190000001202601311000000002'
const SETTLE = { infno: '2102A', msgid: MSGID }
const QUERY = { infno: '5203', msgid: MSGID }

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const read = (call: typeof SETTLE, body: unknown, httpStatus = 200): Outcome =>
  interpretBody(
    call,
    { httpStatus, bodyBytes: typeof body === 'string' ? bytes(body) : bytes(JSON.stringify(body)) },
    PROFILE,
  )
const settled = (setlinfo: Record<string, unknown> = {}): unknown => ({
  infcode: 0,
  inf_refmsgid: 'R1',
  output: { setlinfo: { setl_id: 'S1', medins_setl_id: MSGID, ...setlinfo } },
})

describe('accepted', () => {
  it('takes infcode 0 in every spelling, and output as object or as text', () => {
    for (const infcode of [0, '0', ' 0 ', '00', '0.0']) {
      expect(read(QUERY, { infcode, output: { a: '1' } }), String(infcode)).toMatchObject({
        kind: 'accepted',
        output: { a: '1' },
      })
    }
    expect(read(QUERY, { infcode: 0, output: '{"a":{"b":12.10}}' })).toMatchObject({
      output: { a: { b: '12.10' } },
    })
    for (const output of [null, '', '  ', undefined]) {
      expect(read(QUERY, { infcode: 0, output })).toMatchObject({ kind: 'accepted', output: null })
    }
  })

  it('keeps amounts exactly as they were sent', () => {
    const text =
      '{"infcode":0,"inf_refmsgid":"R","output":{"setlinfo":{"setl_id":"S","medfee_sumamt":0.10,"acct_pay":1e-1,"balc":90071992547409931.23}}}'
    expect(read(SETTLE, text)).toMatchObject({
      output: { setlinfo: { medfee_sumamt: '0.10', acct_pay: '1e-1', balc: '90071992547409931.23' } },
    })
  })

  it('keeps a filled err_msg beside success as a warning', () => {
    expect(
      read(QUERY, { infcode: '0', err_msg: 'FSI-文件查询号不能为空', warn_msg: '注意', output: null }),
    ).toMatchObject({
      kind: 'accepted',
      warnings: ['FSI-文件查询号不能为空', '注意'],
    })
  })

  it('notes what an accepted answer does against the tables, without values', () => {
    const outcome = read(
      { infno: '9001', msgid: MSGID },
      {
        infcode: 0,
        output: { signinoutb: { sign_no: 'SECRET'.repeat(9), sign_time: 'SECRET' } },
      },
    )
    expect(outcome).toMatchObject({
      kind: 'accepted',
      warnings: ['signinoutb.sign_time date', 'signinoutb.sign_no length'],
    })
  })

  it('settles with our msgid, and without any where the platform sends none', () => {
    expect(read(SETTLE, settled())).toMatchObject({ kind: 'accepted', refMessageId: 'R1' })
    expect(read(SETTLE, settled({ medins_setl_id: '' })).kind).toBe('accepted')
    expect(read(SETTLE, settled({ medins_setl_id: null })).kind).toBe('accepted')
  })

  it('skips a byte order mark', () => {
    expect(read(QUERY, '\uFEFF{"infcode":0}').kind).toBe('accepted')
  })
})

describe('refused', () => {
  it('takes every other infcode, with its text uncut', () => {
    const long = '余额不足'.repeat(100)
    expect(read(SETTLE, { infcode: -1, inf_refmsgid: 'R', err_msg: long, output: null })).toEqual({
      kind: 'refused',
      code: '-1',
      message: long,
      refMessageId: 'R',
    })
    expect(read(SETTLE, { infcode: '1', output: '' })).toMatchObject({
      kind: 'refused',
      code: '1',
      message: '',
    })
    // what a failure carries in its output does not matter
    expect(read(SETTLE, { infcode: '-1', output: '{broken' }).kind).toBe('refused')
  })

  it('takes a 4xx when the platform itself spoke', () => {
    expect(read(SETTLE, { infcode: -1, inf_refmsgid: 'R', err_msg: '余额不足' }, 400)).toMatchObject({
      kind: 'refused',
      code: '-1',
    })
    expect(read(SETTLE, { infcode: -1, err_msg: '余额不足' }, 400)).toEqual({
      kind: 'unknown',
      reason: 'http-400',
    })
  })
})

describe('unknown: not an answer to this request', () => {
  it.each<[string, unknown, string]>([
    ['nothing', '', 'empty-body'],
    ['a login page', '<html><body>登录</body></html>', 'not-json'],
    ['half a document', '{"infcode":0,"output":{"setlinfo"', 'not-json'],
    ['two documents', '{"infcode":0}{"infcode":0}', 'not-json'],
    ['a list', [], 'no-envelope'],
    ['text', '"ok"', 'no-envelope'],
    ['null', 'null', 'no-envelope'],
    ['somebody else’s JSON', { code: 200, message: 'ok' }, 'no-infcode'],
    ['no infcode', { infcode: '', output: {} }, 'no-infcode'],
    ['infcode null', { infcode: null }, 'no-infcode'],
    ['infcode as an object', { infcode: { value: 0 } }, 'no-infcode'],
    ['infcode true', { infcode: true }, 'no-infcode'],
    ['infcode twice', '{"infcode":0,"infcode":-1}', 'repeated-name'],
    ['a depth bomb', `{"infcode":0,"output":${'['.repeat(5_000)}`, 'too-deep'],
    ['output that is broken text', { infcode: 0, output: '{"setlinfo":' }, 'output-unreadable'],
    [
      'output with an amount twice',
      { infcode: 0, output: '{"setlinfo":{"acct_pay":1,"acct_pay":2}}' },
      'output-unreadable',
    ],
    ['an encrypted answer', { infcode: 0, enc_type: 'SM4', output: 'AF03' }, 'encrypted'],
    [
      'an encrypted answer of the other spelling',
      { infcode: 0, enctype: 'SM4', output: 'AF03' },
      'encrypted',
    ],
    ['another msgid', settled({ medins_setl_id: OTHER }), 'other-message'],
    ['another msgid in the envelope', { ...(settled() as object), msgid: OTHER }, 'other-message'],
    ['success without a settlement', { infcode: 0, output: null }, 'no-settlement-id'],
    ['success with an empty settlement', settled({ setl_id: '' }), 'no-settlement-id'],
    ['a middleware’s own code', { infcode: -2, err_msg: 'timeout' }, 'middleware-code -2'],
    ['a middleware’s own code', { infcode: '999' }, 'middleware-code 999'],
    [
      'a refusal with a settlement',
      { infcode: -1, output: { setlinfo: { setl_id: 'S1' } } },
      'contradiction',
    ],
  ])('%s', (_what, body, reason) => {
    expect(read(SETTLE, body)).toEqual({ kind: 'unknown', reason })
  })

  it('bytes that are no UTF-8', () => {
    const bodyBytes = Buffer.concat([
      bytes('{"infcode":0,"err_msg":"'),
      Buffer.from([0xc3, 0x28]),
      bytes('"}'),
    ])
    expect(interpretBody(SETTLE, { httpStatus: 200, bodyBytes }, PROFILE)).toEqual({
      kind: 'unknown',
      reason: 'not-utf8',
    })
    // a GBK page is no UTF-8 either
    const gbk = Buffer.from([0x7b, 0x22, 0xd3, 0xe0, 0xb6, 0xee, 0x22, 0x7d])
    expect(interpretBody(SETTLE, { httpStatus: 200, bodyBytes: gbk }, PROFILE)).toMatchObject({
      reason: 'not-utf8',
    })
  })

  it('a broken server, whatever it carries', () => {
    for (const status of [500, 502, 503, 504, 302, 308, 100]) {
      expect(read(SETTLE, settled(), status)).toEqual({ kind: 'unknown', reason: `http-${status}` })
      expect(read(SETTLE, { infcode: -1, inf_refmsgid: 'R' }, status)).toEqual({
        kind: 'unknown',
        reason: `http-${status}`,
      })
    }
  })

  it('a success inside a 4xx', () => {
    expect(read(SETTLE, settled(), 400)).toEqual({ kind: 'unknown', reason: 'http-400' })
    expect(read(SETTLE, '<html>', 404)).toEqual({ kind: 'unknown', reason: 'http-404' })
  })

  it('a cancellation without its record', () => {
    expect(read({ infno: '2103', msgid: MSGID }, { infcode: 0, output: null })).toEqual({
      kind: 'unknown',
      reason: 'no-settlement-id',
    })
  })
})

describe('whose msgid', () => {
  it('2103 may echo either of two, a query echoes the one it found', () => {
    const body = settled({ medins_setl_id: OTHER })
    expect(read({ infno: '2103', msgid: MSGID }, body).kind).toBe('accepted')
    expect(read({ infno: '5203A', msgid: MSGID }, body).kind).toBe('accepted')
  })

  it('a trial is held to a msgid when it shows one', () => {
    const trial = { infno: '2101A', msgid: MSGID }
    expect(read(trial, settled({ medins_setl_id: OTHER }))).toEqual({
      kind: 'unknown',
      reason: 'other-message',
    })
    expect(read(trial, settled({ medins_setl_id: 'Y2601' })).kind).toBe('accepted')
  })
})

describe('answers in a region’s own node names', () => {
  it('come back under the catalogue’s', () => {
    const overrides = {
      fields: [],
      nodes: [{ infno: '9001', side: 'output' as const, node: 'signinoutb', moveTo: 'result', note: 'test' }],
    }
    const outcome = interpretBody(
      { infno: '9001', msgid: MSGID },
      { httpStatus: 200, bodyBytes: bytes('{"infcode":0,"output":{"result":{"sign_no":"1"}}}') },
      { ...PROFILE, overrides },
    )
    expect(outcome).toMatchObject({ kind: 'accepted', output: { signinoutb: { sign_no: '1' } } })
  })
})

describe('anything at all', () => {
  it('is never accepted as a settlement unless it says infcode 0, our msgid or none, and an id', () => {
    const setlinfo = fc.record(
      {
        setl_id: fc.constantFrom('S1', '', null),
        medins_setl_id: fc.constantFrom(MSGID, OTHER, '', null),
      },
      { requiredKeys: [] },
    )
    const body = fc.record(
      {
        infcode: fc.constantFrom<unknown>(0, '0', -1, '', null, 'x', '999'),
        inf_refmsgid: fc.constantFrom('R', ''),
        msgid: fc.constantFrom(MSGID, OTHER, ''),
        output: fc.oneof(fc.record({ setlinfo }), fc.constantFrom(null, '', '{}')),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(body, fc.constantFrom(200, 201, 302, 400, 404, 500, 502), (sent, status) => {
        const outcome = read(SETTLE, sent, status)
        if (outcome.kind !== 'accepted') return
        expect([0, '0']).toContain(sent.infcode)
        expect(status).toBeLessThan(300)
        expect([MSGID, '', undefined]).toContain(sent.msgid)
        const info = (sent.output as { setlinfo?: { setl_id?: string; medins_setl_id?: string } }).setlinfo
        expect(info?.setl_id).toBe('S1')
        expect([MSGID, '', null, undefined]).toContain(info?.medins_setl_id)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never throws on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bodyBytes) => {
        expect(interpretBody(SETTLE, { httpStatus: 200, bodyBytes }, PROFILE).kind).toBe('unknown')
      }),
    )
  })
})

describe('interpretAnswer', () => {
  it('passes on what the wire already knows', () => {
    expect(
      interpretAnswer(SETTLE, { kind: 'not-sent', reason: 'connection-refused', at: 1 }, PROFILE),
    ).toEqual({
      kind: 'not-sent',
      reason: 'connection-refused',
    })
    expect(
      interpretAnswer(
        SETTLE,
        { kind: 'unknown', phase: 'headers', reason: 'headers-timeout', at: 1 },
        PROFILE,
      ),
    ).toEqual({
      kind: 'unknown',
      reason: 'headers-timeout',
    })
    const bodyBytes = bytes(JSON.stringify(settled()))
    expect(
      interpretAnswer(SETTLE, { kind: 'answered', httpStatus: 200, bodyBytes, bodyText: '', at: 1 }, PROFILE)
        .kind,
    ).toBe('accepted')
  })
})
