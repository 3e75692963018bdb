import { invariant } from '../../core/result.ts'

const SHOP_LENGTH = 12
const MSGID = /^[A-Za-z0-9]{12}\d{14}\d{4}$/

/** The last serial of one second. */
export const LAST_SERIAL = 9_999

/** The first twelve characters of a msgid: the shop's code, cut, or filled up at its end as the region says. */
export function shopPart(shopCode: string, fill: string): string {
  return shopCode.slice(0, SHOP_LENGTH).padEnd(SHOP_LENGTH, fill)
}

/** 发送方报文ID: shop 12 + yyyyMMddHHmmss 14 + serial 4 (envelope table of the norm). Throws on parts of another shape. */
export function formatMessageId(shop: string, secondKey: string, serial: number): string {
  invariant(
    Number.isInteger(serial) && serial >= 0 && serial <= LAST_SERIAL,
    `no serial of a msgid: ${serial}`,
  )
  const msgid = `${shop}${secondKey}${String(serial).padStart(4, '0')}`
  invariant(MSGID.test(msgid), 'a msgid is 12 letters or digits and 18 digits')
  return msgid
}

/** Whether text has the shape of a msgid. */
export function isMessageId(text: string): boolean {
  return MSGID.test(text)
}
