import { verifyChain, type ChainFault } from '../../../db/audit/audit-repository.ts'
import { schemaDifferences, type SchemaDifference } from '../../../db/migrations/known-schema.ts'
import { check, violation, type Check } from '../check.ts'

export const integrity: Check = check(1, 'integrity', '数据库文件完整', [
  violation<{ problem: string }>(
    `SELECT integrity_check AS problem FROM pragma_integrity_check WHERE integrity_check <> 'ok'`,
    ({ problem }) => ({ subject: 'till.db', text: `文件内部不一致：${problem}` }),
  ),
])

type ForeignKey = { readonly child: string; readonly rowid: number | null; readonly parent: string }

export const foreignKeys: Check = check(2, 'foreign-keys', '记录之间的引用都在', [
  violation<ForeignKey>(
    `SELECT "table" AS child, rowid, parent FROM pragma_foreign_key_check`,
    ({ child, rowid, parent }) => ({
      subject: `${child}:${rowid ?? '-'}`,
      text: `表 ${child} 的行 ${rowid ?? '-'} 指向表 ${parent} 里没有的行`,
    }),
  ),
])

const SCHEMA_WORDS: Readonly<Record<SchemaDifference['problem'], string>> = {
  missing: '缺失',
  altered: '被改过',
  surplus: '不是本程序建的',
}

export const schema: Check = check(3, 'schema', '表、索引和触发器与本程序一致', [
  {
    find: (db, limit) =>
      schemaDifferences(db)
        .slice(0, limit)
        .map(({ object, problem }) => ({ subject: object, text: `${object} ${SCHEMA_WORDS[problem]}` })),
  },
])

const CHAIN_WORDS: Readonly<Record<ChainFault['problem'], string>> = {
  missing: '之前有审计记录被删除或调换',
  altered: '内容被改过，与自己的散列值不符',
  detached: '接不上前一条，前一条被改过或调换',
  tail: '不是最后一条：末尾的审计记录被删除或替换',
  headless: '有审计记录，却没有链尾的登记',
}

export const auditChain: Check = check(4, 'audit-chain', '审计记录首尾相连，没有改动', [
  {
    find: (db, limit) =>
      verifyChain(db, limit).faults.map(({ id, problem }) => ({
        subject: `audit:${id}`,
        text: `审计第 ${id} 条${CHAIN_WORDS[problem]}`,
      })),
  },
])
