import { ok, refuse, type Result } from '../result.ts'
import type { Fen } from '../money/fen.ts'

/** What a person may be allowed to do beyond selling. */
export const RIGHTS = [
  'return',
  'discount',
  'price',
  'remove-line',
  'void-sale',
  'undo-tender',
  'case',
  'drawer',
  'devices',
] as const
export type Right = (typeof RIGHTS)[number]

export const OPERATOR_ROLES = ['cashier', 'pharmacist', 'manager'] as const
export type OperatorRole = (typeof OPERATOR_ROLES)[number]

/** Who may do what. A shop sets its own in its configuration. */
export type RightsRules = {
  readonly roles: Readonly<Record<OperatorRole, readonly Right[]>>
  /** What nobody may do alone, whoever they are: somebody else with the right must be there. */
  readonly secondPerson: readonly Right[]
  /** Discount in percent of a line's price that needs no right. */
  readonly discountPercent: Readonly<Record<OperatorRole, number>>
}

/** Rules of a shop that set none: a return takes two people, prices are the manager's. */
export const DEFAULT_RIGHTS: RightsRules = {
  roles: {
    cashier: ['remove-line', 'void-sale', 'undo-tender'],
    pharmacist: ['remove-line', 'void-sale', 'undo-tender', 'return', 'case'],
    manager: RIGHTS,
  },
  secondPerson: ['return'],
  discountPercent: { cashier: 10, pharmacist: 10, manager: 100 },
}

/** A member of the staff, as far as rights go. */
export type StaffMember = { readonly id: number; readonly name: string; readonly role: OperatorRole }

/** True when somebody in this role may do it without anybody else. */
export function mayAlone(rules: RightsRules, role: OperatorRole, right: Right): boolean {
  return rules.roles[role].includes(right) && !rules.secondPerson.includes(right)
}

/**
 * Whether `operator` may do what needs `right`, with the approval of `approver` where there is one. The approver must be
 * somebody else and hold the right. Refuses with RIGHT_NEEDED {right}, APPROVER_SAME_PERSON {name} or
 * APPROVER_LACKS_RIGHT {name, right}.
 */
export function decideRight(
  rules: RightsRules,
  right: Right,
  operator: StaffMember,
  approver?: StaffMember,
): Result<'alone' | 'approved'> {
  if (mayAlone(rules, operator.role, right)) return ok('alone')
  if (approver === undefined) return refuse('RIGHT_NEEDED', { right })
  if (approver.id === operator.id) return refuse('APPROVER_SAME_PERSON', { name: approver.name })
  return rules.roles[approver.role].includes(right)
    ? ok('approved')
    : refuse('APPROVER_LACKS_RIGHT', { name: approver.name, right })
}

/**
 * Whether a discount is within `percent` of each line. A fen that the sharing of a discount on the sale rounded up is
 * nobody's doing and does not count.
 */
export function withinDiscount(
  lines: readonly { readonly gross: Fen; readonly discount: Fen }[],
  percent: number,
): boolean {
  return lines.every(({ gross, discount }) => discount * 100 < gross * percent + 100)
}
