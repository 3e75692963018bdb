import { check, violation, type Check } from '../check.ts'

/** Invariant 8. */
export const outboxComplete: Check = check(22, 'outbox-complete', '每笔完成的销售和退货都有一份上报', [
  violation<{ id: string; number: string; n: number }>(
    `SELECT * FROM (SELECT id, number, (SELECT count(*) FROM outbox
       WHERE kind = 'goods-sold' AND outbox.sale_id = sale.id) AS n FROM sale WHERE state = 'completed') WHERE n <> 1`,
    ({ id, number, n }) => ({ subject: id, text: `单号 ${number} 已完成，销售上报有 ${n} 份` }),
  ),
  violation<{ id: string; number: string; n: number }>(
    `SELECT * FROM (SELECT id, number, (SELECT count(*) FROM outbox
       WHERE kind = 'goods-returned' AND outbox.return_id = sale_return.id) AS n
       FROM sale_return WHERE state = 'completed') WHERE n <> 1`,
    ({ id, number, n }) => ({ subject: id, text: `退货单 ${number} 已完成，退货上报有 ${n} 份` }),
  ),
  violation<{ id: string; number: string }>(
    `SELECT outbox.id, number FROM outbox JOIN sale ON sale.id = outbox.sale_id WHERE state <> 'completed'`,
    ({ id, number }) => ({ subject: id, text: `单号 ${number} 没有完成，却有上报 ${id}` }),
  ),
])

export const outboxAcknowledged: Check = check(23, 'outbox-acknowledged', '确认过的上报都有中心的受理', [
  violation<{ id: string }>(
    `SELECT id FROM outbox WHERE acknowledged_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM exchange
       JOIN exchange_step ON exchange_id = exchange.id
       WHERE exchange.id = last_exchange_id AND exchange.sale_id = outbox.sale_id AND step = 'accepted')`,
    ({ id }) => ({ subject: id, text: `上报 ${id} 记为已确认，没有中心受理的报文` }),
  ),
])
