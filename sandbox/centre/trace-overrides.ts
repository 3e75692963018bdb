import { NO_OVERRIDES, type CatalogueOverrides } from '../../insurance/catalogue/overrides.ts'
import type { CentreConfig } from '../config/centre-config.ts'

const SETTLEMENTS = ['2102', '2102A', '2102B'] as const
const known = new Map<string, CatalogueOverrides>()

/** Where the trace node of a settlement stands in this region, for the field checks. One object for one shape. */
export function traceOverrides(config: CentreConfig): CatalogueOverrides {
  const { shape, besideName } = config.trace
  if (shape === 'nested') return NO_OVERRIDES
  const found = known.get(besideName)
  if (found !== undefined) return found
  const made: CatalogueOverrides = {
    fields: [],
    nodes: SETTLEMENTS.map((infno) => ({
      infno,
      side: 'input' as const,
      node: 'drugdetail[].drug_trac_info[]',
      moveTo: `${besideName}[]`,
      note: 'trace node beside the others',
    })),
  }
  known.set(besideName, made)
  return made
}
