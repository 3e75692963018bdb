import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { draftOf, fieldsOf, readDraft, type Field } from './fields.ts'

const SCHEMA = z.strictObject({
  path: z.string().min(1).max(200),
  baudRate: z.int().min(300).max(1_000_000).default(9600),
  dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  prefix: z.string().max(8).default(''),
  idleMs: z.int().min(10).max(600_000).nullable().default(null),
  vendorId: z.int().min(0).max(0xffff).nullable().default(null),
  pin: z
    .union([z.literal(2), z.literal(5)])
    .nullable()
    .default(null),
  askPin: z.boolean().default(false),
  profileOverrides: z.record(z.string().max(40), z.unknown()).default({}),
})
const FIELDS = fieldsOf(z.toJSONSchema(SCHEMA, { io: 'input' }))
const field = (name: string): Field | undefined => FIELDS.find((one) => one.name === name)

const options = fc.record({
  path: fc.string({ minLength: 1, maxLength: 60 }),
  baudRate: fc.integer({ min: 300, max: 1_000_000 }),
  dataBits: fc.constantFrom(7, 8),
  parity: fc.constantFrom('none', 'even', 'odd'),
  prefix: fc.string({ maxLength: 8 }),
  idleMs: fc.option(fc.integer({ min: 10, max: 600_000 })),
  vendorId: fc.option(fc.integer({ min: 0, max: 0xffff })),
  pin: fc.option(fc.constantFrom(2, 5)),
  askPin: fc.boolean(),
  profileOverrides: fc.dictionary(
    fc.stringMatching(/^[a-zA-Z]{1,10}$/).filter((name) => name !== '__proto__'),
    fc.oneof(fc.integer(), fc.boolean(), fc.string({ maxLength: 10 })),
    { noNullPrototype: true },
  ),
})

describe('the form of a driver', () => {
  it('comes from the schema of its options', () => {
    expect(field('path')).toMatchObject({ form: 'text', required: true, longest: 200 })
    expect(field('baudRate')).toMatchObject({ form: 'number', required: false, fallback: 9600 })
    expect(field('dataBits')).toMatchObject({ form: 'choice', choices: [7, 8] })
    expect(field('parity')).toMatchObject({ form: 'choice', choices: ['none', 'even', 'odd'] })
    expect(field('idleMs')).toMatchObject({ form: 'number', nullable: true })
    expect(field('vendorId')).toMatchObject({ form: 'hexadecimal', nullable: true })
    expect(field('pin')).toMatchObject({ form: 'choice', nullable: true, choices: [2, 5] })
    expect(field('askPin')).toMatchObject({ form: 'switch' })
    expect(field('profileOverrides')).toMatchObject({ form: 'pairs' })
  })

  it('gives back what it was filled with, whatever that is', () => {
    fc.assert(
      fc.property(options, (given) => {
        expect(readDraft(FIELDS, draftOf(FIELDS, given))).toEqual({ ok: true, options: given })
      }),
    )
  })

  it('reads whatever is typed as options that fit, or says which field does not', () => {
    const typed = fc.dictionary(
      fc.constantFrom(...FIELDS.map((one) => one.name)),
      fc.oneof(fc.string({ maxLength: 12 }), fc.boolean()),
    )
    fc.assert(
      fc.property(typed, (draft) => {
        const read = readDraft(FIELDS, draft)
        if (!read.ok) expect(field(read.field)).toBeDefined()
        else expect(read.options['path']).toEqual(expect.stringMatching(/[^]/))
      }),
    )
  })

  it('asks for what has no default, and leaves an empty number to its default', () => {
    const draft = draftOf(FIELDS, {})
    expect(readDraft(FIELDS, draft)).toEqual({ ok: false, field: 'path', problem: 'missing' })
    const read = readDraft(FIELDS, { ...draft, path: '/dev/ttyACM0', baudRate: '' })
    expect(read.ok && Object.hasOwn(read.options, 'baudRate')).toBe(false)
  })

  it('writes USB numbers as they are printed on a device', () => {
    expect(draftOf(FIELDS, { vendorId: 0x0400 })['vendorId']).toBe('0400')
    const read = readDraft(FIELDS, { ...draftOf(FIELDS, { path: 'x' }), vendorId: '0xC35A' })
    expect(read).toMatchObject({ ok: true, options: { vendorId: 0xc35a } })
  })

  it.each([null, 7, 'text', [], { properties: 5 }])('has no fields for %j', (schema) => {
    expect(fieldsOf(schema)).toEqual([])
  })
})
