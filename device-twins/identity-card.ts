import { IDENTITY_LAYOUTS, type IdentityFieldName } from '../native-bridge/card/identity-layout.ts'

export type CardFields = Readonly<Partial<Record<IdentityFieldName, string>>>

/** The 256 bytes of a chip's text in the layout of a type mark; every field is filled up with blanks. */
export function cardText(mark: string, fields: CardFields): Uint8Array {
  const layout = IDENTITY_LAYOUTS[mark]
  if (layout === undefined) throw new Error(`no layout ${mark}`)
  const text = layout.fields
    .map(([name, bytes]) => (name === 'typeMark' ? mark : (fields[name] ?? '')).padEnd(bytes / 2, ' '))
    .join('')
  return Uint8Array.from(Buffer.from(text, 'utf16le'))
}

/** An answer as the reader sends it: preamble, length, 00 00 and the status, data, check byte. */
export function answerFrame(status: number, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const length = 4 + data.length
  const body = Uint8Array.of(length >> 8, length & 0xff, 0, 0, status, ...data)
  const check = body.reduce((sum, byte) => sum ^ byte, 0)
  return Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69, ...body, check)
}

/** The data of an answer to `read`: lengths, text, a photo of zeros. */
export function readData(text: Uint8Array): Uint8Array {
  return Uint8Array.of(1, 0, 4, 0, ...text, ...new Uint8Array(1024))
}

export const FOUND = answerFrame(0x9f, new Uint8Array(4))
export const SELECTED = answerFrame(0x90, new Uint8Array(8))
export const NO_CARD = answerFrame(0x80)

/** A resident's card; the numbers of all cards here are the standard's examples or made up with a right check digit. */
export const RESIDENT: CardFields = {
  name: '王小明',
  sex: '1',
  nation: '01',
  birthDate: '19491231',
  address: '广东省东莞市某某路1号',
  number: '11010519491231002X',
  issuer: '东莞市公安局',
  validFrom: '20100101',
  validTo: '长期',
}
export const FOREIGN_2017: CardFields = {
  latinName: 'SMITH, JANE',
  sex: '2',
  number: 'USA110058012345',
  nationality: 'USA',
  name: '简·史密斯',
  validFrom: '20180101',
  validTo: '20280101',
  birthDate: '19580123',
  version: '01',
  issuerCode: '1500',
}
export const FOREIGN_2023: CardFields = {
  name: '',
  sex: '1',
  issueCount: '01',
  birthDate: '19810303',
  latinName: 'WOLFESCHLEGELSTEINHAUSENBERGERDORFF',
  latinNameRest: ' HUBERT B',
  number: '911124198103030025',
  validFrom: '20240101',
  validTo: '20340101',
  nationality: '276',
  formerNumber: '011',
}
export const PERMIT: CardFields = {
  name: '陳大文',
  sex: '1',
  birthDate: '19900101',
  address: '深圳市某某路2号',
  number: '810000199001010019',
  issuer: '深圳市公安局',
  validFrom: '20190101',
  validTo: '20240101',
  passNumber: 'H12345678',
  issueCount: '02',
}
