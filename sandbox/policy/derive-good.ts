import type { GoodPolicy, ListLevel } from './split-line.ts'

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

const LEVELS: readonly ListLevel[] = ['01', '01', '01', '01', '02', '02', '02', '02', '03', '03']
const RATIOS = [500, 1000, 2000] as const

/**
 * The list level of a code that the centre has no good for: always the same for the same code, four in ten 甲类, four
 * 乙类 with 5, 10 or 20 % first self-paid, two 丙类.
 */
export function deriveGoodPolicy(nationalCode: string): GoodPolicy {
  const hash = hashOf(nationalCode)
  const level = LEVELS[hash % LEVELS.length] ?? '03'
  const selfPayRatio = level === '02' ? (RATIOS[(hash >>> 8) % RATIOS.length] ?? 1000) : 0
  return { level, selfPayRatio, ceiling: undefined }
}

export const SELF_PAID: GoodPolicy = { level: '03', selfPayRatio: 0, ceiling: undefined }
