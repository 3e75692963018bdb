import { check, violation, type Check } from '../check.ts'

type Moved = { readonly id: string; readonly number: string; readonly position: number }

const MOVED = `EXISTS (SELECT 1 FROM sale_line AS any_line CROSS JOIN stock_move ON stock_move.line_id = any_line.id
  WHERE any_line.sale_id = sale.id)`

const say = (what: string) => (row: Moved) => ({
  subject: row.id,
  text: `单号 ${row.number} 第 ${row.position} 行${what}`,
})

/** Where a sale has moved stock at all, it has moved what its lines sold and its returns took back. */
export const stockMoves: Check = check(30, 'stock-moves', '库存变动与销售、退货一致', [
  violation<Moved>(
    `SELECT sale_line.id, number, position FROM sale JOIN sale_line ON sale_line.sale_id = sale.id
     WHERE ${MOVED} AND coalesce((SELECT sum(quantity_e4) FROM stock_move
       WHERE line_id = sale_line.id AND return_id IS NULL), 0)
       <> CASE WHEN state = 'completed' AND removed_at IS NULL THEN -sale_line.quantity_e4 ELSE 0 END`,
    say('的出库数量与卖出的不符'),
  ),
  violation<Moved>(
    `SELECT sale_line.id, sale_return.number, position FROM sale_return JOIN return_line ON return_id = sale_return.id
       JOIN sale_line ON sale_line.id = line_id JOIN sale ON sale.id = sale_line.sale_id
     WHERE ${MOVED} AND coalesce((SELECT sum(quantity_e4) FROM stock_move
       WHERE stock_move.line_id = sale_line.id AND stock_move.return_id = sale_return.id), 0)
       <> CASE WHEN sale_return.state = 'completed' THEN return_line.quantity_e4 + return_line.kept_e4 ELSE 0 END`,
    say('的退回入库数量与退货单不符'),
  ),
  violation<Moved>(
    `SELECT sale_line.id, number, position FROM stock_move JOIN sale_line ON sale_line.id = line_id
       JOIN sale ON sale.id = sale_line.sale_id
     WHERE stock_move.goods_id <> sale_line.goods_id OR stock_move.batch_id IS NOT sale_line.batch_id
       OR stock_move.split <> sale_line.split`,
    say('的库存变动记在别的商品、批号或单位上'),
  ),
])
