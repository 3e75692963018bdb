import { decideRight, mayAlone, type Right } from '../../../core/rights/rights.ts'
import { ok, refuse, type Result } from '../../../core/result.ts'
import { insertApproval } from '../../../db/operators/approval-repository.ts'
import { verifyOperator } from '../../../db/operators/operator-repository.ts'
import type { Counter } from '../sale/counter.ts'

/** What a second person shows: staff number and password. */
export type Approval = { readonly operatorNumber: string; readonly password: string }

/** Who answers for something that needs a right. */
export type Grant = {
  readonly right: Right
  readonly askedBy: number
  /** Null when who is signed in may do it alone. */
  readonly approvedBy: number | null
}

/** What rights are decided by. */
export type RightsParts = Pick<Counter, 'db' | 'clock' | 'rights' | 'shift'>

/**
 * Whether who is signed in may do what needs `right`: alone, or because somebody else with the right shows who they are.
 * The password is looked at only when it is needed. Refuses with SESSION_NOT_SIGNED_IN, RIGHT_NEEDED {right},
 * OPERATOR_WRONG, OPERATOR_LOCKED_OUT, APPROVER_SAME_PERSON or APPROVER_LACKS_RIGHT.
 */
async function authorise(
  parts: RightsParts,
  right: Right,
  approval: Approval | undefined,
): Promise<Result<Grant>> {
  const shift = parts.shift()
  if (!shift.ok) return shift
  const { operatorId, operatorName, operatorRole } = shift.value
  const operator = { id: operatorId, name: operatorName, role: operatorRole }
  if (mayAlone(parts.rights, operatorRole, right)) return ok({ right, askedBy: operatorId, approvedBy: null })
  if (approval === undefined) return refuse('RIGHT_NEEDED', { right })
  const approver = await verifyOperator(
    parts.db,
    approval.operatorNumber,
    approval.password,
    parts.clock.now(),
  )
  if (!approver.ok) return approver
  const decided = decideRight(parts.rights, right, operator, approver.value)
  return decided.ok ? ok({ right, askedBy: operatorId, approvedBy: approver.value.id }) : decided
}

/** Keeps the second person's answer, in the transaction that does what it was given for. Returns the approval's id. */
function storeGrant(parts: RightsParts, grant: Grant, subject: string | null): string | null {
  if (grant.approvedBy === null) return null
  const id = parts.clock.newId()
  insertApproval(parts.db, {
    id,
    right: grant.right,
    subject,
    askedBy: grant.askedBy,
    approvedBy: grant.approvedBy,
    at: parts.clock.now(),
  })
  return id
}

/**
 * Inside an edit that needs `right`, in its transaction: the grant that was given is kept, and its approval's id given
 * back; without one the edit passes only where who is signed in may do it alone, else RIGHT_NEEDED {right}.
 */
export function demandRight(
  parts: RightsParts,
  right: Right,
  grant: Grant | undefined,
  subject: string,
): Result<string | null> {
  if (grant !== undefined) return ok(storeGrant(parts, grant, subject))
  const shift = parts.shift()
  if (!shift.ok) return shift
  return mayAlone(parts.rights, shift.value.operatorRole, right)
    ? ok(null)
    : refuse('RIGHT_NEEDED', { right })
}

/**
 * Runs an edit that may turn out to need `right`: first as who is signed in, and only when that is refused for want of
 * the right with the second person's approval.
 */
export async function withRight<T>(
  parts: RightsParts,
  right: Right,
  approval: Approval | undefined,
  edit: (grant: Grant | undefined) => Result<T>,
): Promise<Result<T>> {
  const alone = edit(undefined)
  if (alone.ok || alone.refusal.code !== 'RIGHT_NEEDED' || approval === undefined) return alone
  const grant = await authorise(parts, right, approval)
  return grant.ok ? edit(grant.value) : grant
}

/**
 * Who answers for something that needs `right` and takes longer than one transaction: who is signed in, or the second
 * person, whose approval is kept at once. Refuses as {@link authorise}.
 */
export async function answerableFor(
  parts: RightsParts,
  right: Right,
  approval: Approval | undefined,
  subject: string,
): Promise<Result<number>> {
  const grant = await authorise(parts, right, approval)
  if (!grant.ok) return grant
  parts.db.transaction(() => void storeGrant(parts, grant.value, subject))
  return ok(grant.value.approvedBy ?? grant.value.askedBy)
}
