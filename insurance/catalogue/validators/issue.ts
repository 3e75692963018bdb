/** What can be wrong with a request or an answer. */
export type Problem =
  /** A required field or node is absent or empty. */
  | 'missing'
  /** Not a value of the field's type: text where a number is due, an exponent, a node where a field is due. */
  | 'type'
  /** More characters, or more digits before the point, than the table allows. */
  | 'length'
  /** More decimals than the table allows. */
  | 'decimals'
  /** No such day or moment, or not in the wire's form. */
  | 'date'
  /** Not in the code table. Always a warning: regions add values, which 1901 brings. */
  | 'code'
  /** A row where rows are due, or the other way round. */
  | 'unexpected-shape'
  /** A field or node of a request that the table does not have. */
  | 'unexpected-field'
  /** No field list is public for this number. */
  | 'unknown-transaction'

/** One finding. Never holds the value itself: values are personal data and end up in logs. */
export type Issue = {
  /** Where: `drugdetail[2].cnt`. */
  readonly path: string
  /** Key of the node in the catalogue. */
  readonly node: string
  readonly field: string
  /** The field's Chinese name, for a sentence. */
  readonly label: string
  readonly problem: Problem
  readonly severity: 'error' | 'warning'
}

/** True when at least one finding is more than a warning. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error')
}
