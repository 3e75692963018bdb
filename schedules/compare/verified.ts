import { verifyFolder } from '../../engine/verify/verify-database.ts'

/** What `npm run verify` finds wrong in a data directory. */
export function verified(tillFolder: string): readonly string[] {
  const report = verifyFolder(tillFolder)
  if (!report.ok) return [`verify: ${report.refusal.code}`]
  return report.value.checks.flatMap((check) =>
    check.findings.map(
      (finding) => `verify ${check.number} ${check.name}: ${finding.subject} ${finding.text}`,
    ),
  )
}
