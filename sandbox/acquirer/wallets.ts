import type { Wallet } from './shapes.ts'

/** Whose phone scans the codes that a shop shows; one that does not pay at once leaves them waiting. */
export const SCANNING_WALLET = '130000000000000001'

/** The payment codes of the practice customers: real ones are good for a minute, these for ever. */
export const SEED_WALLETS: readonly Wallet[] = [
  { code: '130000000000000001', channel: 'wechat', balance: 1_000_000_00, mode: 'pays', asks: null },
  { code: '280000000000000001', channel: 'alipay', balance: 1_000_000_00, mode: 'pays', asks: null },
  { code: '6200000000000000001', channel: 'unionpay', balance: 1_000_000_00, mode: 'pays', asks: null },
  // the customer types a password: paid when it is asked about a second time
  { code: '130000000000000002', channel: 'wechat', balance: 1_000_000_00, mode: 'confirms', asks: 2 },
  // nearly empty
  { code: '130000000000000003', channel: 'wechat', balance: 5, mode: 'pays', asks: null },
  { code: '280000000000000004', channel: 'alipay', balance: 1_000_000_00, mode: 'expired', asks: null },
  // the customer has put the phone away
  { code: '280000000000000005', channel: 'alipay', balance: 1_000_000_00, mode: 'confirms', asks: null },
]
