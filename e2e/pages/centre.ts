import { readyText } from '../../build/processes/ready-process.ts'
import { AdminClient } from '../../sandbox/admin-client.ts'
import type { PracticeShop } from '../fixtures/practice-shop.ts'

/** The centre behind a practice shop: its ledger, and what can go wrong with it. */
export function centreOf(shop: PracticeShop): AdminClient {
  return new AdminClient(readyText(shop.centre, 'admin'), readyText(shop.centre, 'adminToken'))
}

/** Insurance codes of people that the practice centre knows. */
export const PEOPLE = {
  /** Employee, account of 1,286.40. */
  account: { code: 'A1CHENJIAMIN0441900198703X01', name: '陈*敏' },
  /** Pensioner with outpatient pooling. */
  pooled: { code: 'A2HUANGZHIQIANG4419001958X02', name: '黄*强' },
  /** Insured in two places. */
  twoPlaces: { code: 'A4LIANGWEIWEN441900198201X04', name: '梁*文' },
  /** Suspended everywhere. */
  suspended: { code: 'A5ZHOUXIAOYAN44190019910X005', name: '周*燕' },
  /** An account of 3.50. */
  nearlyEmpty: { code: 'A6LINXIUYING441900195204X006', name: '林*英' },
} as const

/** Somebody who may approve what the practice cashier may not do alone. */
export const MANAGER = { number: '9001', password: 'lianxi-9001' } as const

/** Payment codes of the practice customers' wallets. */
export const WALLETS = { pays: '130000000000000001' } as const
