/** A fault put into the product on purpose. `find` must stand in the file exactly once. */
export type Mutation = {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
  /** Test files that catch it when the schedules do not; paths or parts of paths. */
  readonly tests: readonly string[]
}

/** What a tired colleague might do to the money. Each must be caught by the schedules or by a test that it names. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'sends before the commit that says so',
    file: 'engine/use-cases/exchange/journalled-call.ts',
    find: `  db.transaction(() => {
    insertExchangeStep(db, { exchangeId, step: 'sent', at: clock.now() })
    call.onSent?.(exchangeId)
  })
  const sent = await call.send(request, exchangeId)`,
    replace: `  const sent = await call.send(request, exchangeId)
  db.transaction(() => {
    insertExchangeStep(db, { exchangeId, step: 'sent', at: clock.now() })
    call.onSent?.(exchangeId)
  })`,
    tests: ['e2e/engine/restart'],
  },
  {
    name: 'sends again when no answer came',
    file: 'engine/use-cases/exchange/journalled-call.ts',
    find: '  const sent = await call.send(request, exchangeId)',
    replace: `  let sent = await call.send(request, exchangeId)
  if (sent.step === 'unknown') sent = await call.send(request, exchangeId)`,
    tests: ['e2e/engine/resolving'],
  },
  {
    name: 'takes a missing answer for a refusal',
    file: 'insurance/gateway/interpret-answer.ts',
    find: `    case 'unknown':
      return unknown(transmission.reason)`,
    replace: `    case 'unknown':
      return { kind: 'refused', code: '-1', message: transmission.reason, refMessageId: undefined }`,
    tests: ['insurance/gateway'],
  },
  {
    name: 'takes another message’s answer',
    file: 'insurance/gateway/interpret-answer.ts',
    find: `  if (belongsToAnother(call, answer, output)) return unknown('other-message')\n`,
    replace: '',
    tests: ['insurance/gateway'],
  },
  {
    name: 'lets a sale have two live settlements',
    file: 'db/migrations/0001-first-schema.ts',
    find: 'CREATE UNIQUE INDEX settlement_one_live',
    replace: 'CREATE INDEX settlement_one_live',
    tests: ['db/migrations/guards'],
  },
  {
    name: 'finds a settlement by its amount alone',
    file: 'engine/use-cases/resolving/find-settlement.ts',
    find: 'return found.value.msgid === sought.msgid',
    replace: 'return found.value.total === sought.claimed',
    tests: ['engine/use-cases/resolving/find-settlement'],
  },
  {
    name: 'believes the first “not there”',
    file: 'core/settlement/proof.ts',
    find: 'if (waiting === null || waited < 0) return nothing({ finding: twice, since })',
    replace: 'if (waiting === null || waited < 0) return proven(event)',
    tests: ['core/settlement/proof'],
  },
  {
    name: 'lets a crash shorten the proof that nothing is there',
    file: 'engine/use-cases/resolving/after-crash.ts',
    find: '? exchange.prepared_at + desk.answerLimitMs',
    replace: '? 0',
    tests: ['e2e/engine/restart'],
  },
  {
    name: 'forgets the report of a sale',
    file: 'engine/use-cases/sale/complete-sale.ts',
    find: '  insertOutbox(counter.db, {',
    replace: '  void ({',
    tests: ['e2e/engine/insured-sale'],
  },
  {
    name: 'calls what a crash interrupted refused',
    file: 'engine/use-cases/recovery/recover.ts',
    find: "      return 'answer-missing'",
    replace: "      return 'answer-refused'",
    tests: ['e2e/engine/restart'],
  },
  {
    name: 'swipes the account card after the account was debited',
    file: 'core/tender/tender.ts',
    find: 'if (split !== undefined && split.accountPaid !== 0) {',
    replace: 'if (split !== undefined && split.accountPaid < 0) {',
    tests: ['core/tender'],
  },
  {
    name: 'takes money while the settlement is unknown',
    file: 'engine/use-cases/sale/payable-sale.ts',
    find: "      return refuse('INSURANCE_SETTLEMENT_UNKNOWN', { number: stored.sale.number })",
    replace: '      return ok(null)',
    tests: ['e2e/engine/resolving', 'e2e/engine/restart'],
  },
  {
    name: 'takes money while a late settlement is not undone',
    file: 'engine/use-cases/sale/sale-state.ts',
    find: "return stored.openCaseId === undefined ? ok(null) : refuse('SALE_HAS_CASE', { number: stored.sale.number })",
    replace: 'return ok(null)',
    tests: ['e2e/engine/late-answers'],
  },
  {
    name: 'drops an answer that comes late',
    file: 'engine/composition/assemble.ts',
    find: '...resolving.takeLateAnswer(msgid, answer)',
    replace: '...(answer.at < 0 ? resolving.takeLateAnswer(msgid, answer) : {})',
    tests: ['e2e/engine/late-answers'],
  },
  {
    name: 'adopts a settlement that does not add up',
    file: 'engine/use-cases/insurance/settlement-answer.ts',
    find: "return violation === undefined ? { adopted: true, why: '' } : { adopted: false, why: violation.equation }",
    replace: "return { adopted: true, why: violation === undefined ? '' : violation.equation }",
    tests: ['e2e/engine/bad-answers'],
  },
  {
    name: 'keeps the code of a box that came back',
    file: 'db/sales/trace-repository.ts',
    find: "`UPDATE trace_code SET state = 'returned' WHERE id = ? AND state = 'sold' RETURNING code, line_id`",
    replace: "`UPDATE trace_code SET state = 'sold' WHERE id = ? AND state = 'sold' RETURNING code, line_id`",
    tests: ['e2e/engine/returns'],
  },
  {
    name: 'takes a payment without an answer for unpaid',
    file: 'engine/use-cases/tenders/order-finding.ts',
    find: "if (outcome.kind === 'unknown') return { kind: 'open', reason: outcome.reason }",
    replace: "if (outcome.kind === 'unknown') return { kind: 'refused', reason: outcome.reason }",
    tests: ['e2e/engine/tenders'],
  },
]
