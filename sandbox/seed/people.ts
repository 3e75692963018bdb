import type { NewPerson } from '../admin/shapes.ts'
import type { NewInsurance } from '../ledger/people.ts'

/**
 * People of the practice centre. Nobody of these exists: names are common ones, document numbers have right check digits
 * and made-up serials, tokens and cards are invented.
 */

type PersonInput = Omit<
  NewPerson,
  'insurances' | 'nation' | 'identities' | 'cardNumber' | 'cardSerial' | 'ecToken'
> &
  Partial<Pick<NewPerson, 'nation' | 'identities' | 'cardNumber' | 'cardSerial' | 'ecToken'>>

function person(fields: PersonInput, ...insurances: readonly NewInsurance[]): NewPerson {
  return {
    nation: '01',
    identities: [],
    cardNumber: null,
    cardSerial: null,
    ecToken: null,
    ...fields,
    insurances,
  }
}

type InsuranceInput = { readonly balance: number } & Partial<NewInsurance>

const HERE = '441900'

/** 310, ordinary purchases from the account alone unless a plan is named. */
function employee(fields: InsuranceInput): NewInsurance {
  return {
    insuranceType: '310',
    place: HERE,
    personType: '1101',
    status: '1',
    since: '2012-07-01',
    pausedOn: '',
    civilServant: '0',
    employer: '东莞市莞城印刷有限公司',
    plan: 'account-only',
    deductibleUsed: 0,
    poolUsed: 0,
    ...fields,
  }
}

/** 390, with outpatient pooling and no account. */
function resident(fields: Partial<NewInsurance> = {}): NewInsurance {
  return employee({
    balance: 0,
    insuranceType: '390',
    personType: '1501',
    since: '2016-01-01',
    employer: '东莞市南城街道',
    plan: 'resident-pool',
    ...fields,
  })
}

const LOCAL: readonly NewPerson[] = [
  person(
    {
      personNumber: '44190000000000100101',
      documentKind: '01',
      documentNumber: '441900198703124025',
      name: '陈嘉敏',
      gender: '2',
      birthDate: '1987-03-12',
      ecToken: 'A1CHENJIAMIN0441900198703X01',
      cardNumber: 'D41900101',
      cardSerial: '441900D156000005AA00000000000101',
    },
    employee({ balance: 128_640 }),
  ),
  person(
    {
      personNumber: '44190000000000100102',
      documentKind: '01',
      documentNumber: '44190019580915101X',
      name: '黄志强',
      gender: '1',
      birthDate: '1958-09-15',
      ecToken: 'A2HUANGZHIQIANG4419001958X02',
      cardNumber: 'D41900102',
      cardSerial: '441900D156000005AA00000000000102',
    },
    employee({ balance: 52_318, personType: '1201', since: '1999-01-01', plan: 'outpatient-pool' }),
  ),
  person(
    {
      personNumber: '44190000000000100103',
      documentKind: '01',
      documentNumber: '441900197506202827',
      name: '李桂芳',
      gender: '2',
      birthDate: '1975-06-20',
      ecToken: 'A3LIGUIFANG0441900197506X003',
      cardNumber: 'D41900103',
      cardSerial: '441900D156000005AA00000000000103',
    },
    resident(),
  ),
  // two places: the cashier must ask
  person(
    {
      personNumber: '44190000000000100104',
      documentKind: '01',
      documentNumber: '441900198201013712',
      name: '梁伟文',
      gender: '1',
      birthDate: '1982-01-01',
      ecToken: 'A4LIANGWEIWEN441900198201X04',
      cardNumber: 'D41900104',
      cardSerial: '441900D156000005AA00000000000104',
    },
    employee({ balance: 30_000 }),
    employee({ balance: 75_025, place: '440100', employer: '广州市越秀区建设工程公司', since: '2020-03-01' }),
  ),
  // suspended
  person(
    {
      personNumber: '44190000000000100105',
      documentKind: '01',
      documentNumber: '441900199102285565',
      name: '周小燕',
      gender: '2',
      birthDate: '1991-02-28',
      ecToken: 'A5ZHOUXIAOYAN44190019910X005',
    },
    employee({ balance: 8_800, status: '2', pausedOn: '2026-06-01' }),
  ),
  // nearly empty account
  person(
    {
      personNumber: '44190000000000100106',
      documentKind: '01',
      documentNumber: '441900195204036027',
      name: '林秀英',
      gender: '2',
      birthDate: '1952-04-03',
      ecToken: 'A6LINXIUYING441900195204X006',
      cardNumber: 'D41900106',
      cardSerial: '441900D156000005AA00000000000106',
    },
    employee({ balance: 350, personType: '1201' }),
  ),
  // civil servant: three parts of the fund
  person(
    {
      personNumber: '44190000000000100107',
      documentKind: '01',
      documentNumber: '441900198409301529',
      name: '何淑仪',
      gender: '2',
      birthDate: '1984-09-30',
      ecToken: 'A7HESHUYI0441900198409300X07',
      identities: [{ type: '5', level: '', begin: '2010-08-01 00:00:00', end: '' }],
    },
    employee({
      balance: 214_500,
      personType: '1102',
      civilServant: '1',
      employer: '东莞市图书馆',
      plan: 'outpatient-pool',
      deductibleUsed: 5_000,
    }),
  ),
  // suspended as an employee, insured as a resident
  person(
    {
      personNumber: '44190000000000100108',
      documentKind: '01',
      documentNumber: '441900196812257733',
      name: '曾国平',
      gender: '1',
      birthDate: '1968-12-25',
      ecToken: 'A8ZENGGUOPING441900196812X08',
    },
    employee({ balance: 1_204, status: '2', pausedOn: '2025-12-31' }),
    resident(),
  ),
  // ended
  person(
    {
      personNumber: '44190000000000100109',
      documentKind: '01',
      documentNumber: '44190019490509214X',
      name: '邓永康',
      gender: '1',
      birthDate: '1949-05-09',
      ecToken: 'A9DENGYONGKANG4419001949X009',
    },
    employee({ balance: 0, status: '4', pausedOn: '2024-01-31' }),
  ),
  // a child with medical assistance; the year's limit is nearly used
  person(
    {
      personNumber: '44190000000000100110',
      documentKind: '01',
      documentNumber: '441900201806011044',
      name: '苏子晴',
      gender: '2',
      birthDate: '2018-06-01',
      ecToken: 'B0SUZIQING0441900201806010X1',
      identities: [{ type: '23', level: '', begin: '2023-01-01 00:00:00', end: '2026-12-31 23:59:59' }],
    },
    resident({ personType: '1403', plan: 'resident-assisted', poolUsed: 78_500 }),
  ),
]

const ELSEWHERE: readonly NewPerson[] = [
  // in the province
  person(
    {
      personNumber: '44030000000000200101',
      documentKind: '01',
      documentNumber: '440301197907143314',
      name: '吴建国',
      gender: '1',
      birthDate: '1979-07-14',
      ecToken: 'C1WUJIANGUO04403011979071X01',
    },
    employee({ balance: 96_250, place: '440300', employer: '深圳市福田区电子有限公司' }),
  ),
  // across provinces
  person(
    {
      personNumber: '36010000000000300101',
      documentKind: '01',
      documentNumber: '360102199308192442',
      name: '张丽华',
      gender: '2',
      birthDate: '1993-08-19',
      ecToken: 'C2ZHANGLIHUA36010219930819X2',
    },
    employee({ balance: 41_077, place: '360100', employer: '南昌市东湖区食品有限公司' }),
  ),
]

const OTHER_DOCUMENTS: readonly NewPerson[] = [
  // Hong Kong: residence permit
  person(
    {
      personNumber: '44190000000000400101',
      documentKind: '1701',
      documentNumber: '810000198805050011',
      name: '何俊杰',
      gender: '1',
      birthDate: '1988-05-05',
      ecToken: 'D1HEJUNJIE08100001988050X001',
    },
    employee({ balance: 66_000 }),
  ),
  // Macau: travel permit
  person(
    {
      personNumber: '44190000000000400102',
      documentKind: '05',
      documentNumber: 'M02345678',
      name: '欧阳慧',
      gender: '2',
      birthDate: '1995-10-10',
      ecToken: 'D2OUYANGHUI0M02345678000X002',
    },
    employee({ balance: 15_900 }),
  ),
  // Taiwan: travel permit
  person(
    {
      personNumber: '44190000000000400103',
      documentKind: '06',
      documentNumber: '08123456',
      name: '林佳蓉',
      gender: '2',
      birthDate: '1990-11-11',
      ecToken: 'D3LINJIARONG008123456000X003',
    },
    employee({ balance: 48_805, employer: '东莞台富精密五金有限公司' }),
  ),
  // foreign permanent resident
  person(
    {
      personNumber: '44190000000000400104',
      documentKind: '07',
      documentNumber: '910156198507070015',
      name: 'ANDERSON MICHAEL',
      gender: '1',
      nation: '',
      birthDate: '1985-07-07',
      ecToken: 'D4ANDERSONMICHAEL198507X0004',
    },
    employee({ balance: 203_310, employer: '东莞松山湖国际学校' }),
  ),
]

export const SEED_PEOPLE: readonly NewPerson[] = [...LOCAL, ...ELSEWHERE, ...OTHER_DOCUMENTS]
