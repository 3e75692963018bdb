import { join } from 'node:path'
import { npmCommand } from '../bootstrap/npm.mjs'
import { FOLDERS } from '../folders.ts'
import { CACHE, inPackages } from '../paths.ts'

/** One check of `npm run lint`; the arguments go to the pinned Node unless another program is named. */
export type LintStep = {
  readonly name: string
  readonly program?: string
  readonly args: readonly string[]
}

function typesOf(layer: string): LintStep {
  const record = join(CACHE, 'types', `${layer === '.' ? 'root' : layer}.tsbuildinfo`)
  const args = [
    inPackages('typescript', 'bin', 'tsc'),
    '-p',
    layer,
    '--incremental',
    '--tsBuildInfoFile',
    record,
  ]
  return { name: `types ${layer}`, args }
}

/** The arguments that check the arrows between the folders of a tree. */
export function layersArguments(): readonly string[] {
  const tool = inPackages('dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  return [tool, '--config', '.dependency-cruiser.mjs', '--output-type', 'err-long', ...FOLDERS]
}

/**
 * Whether a fresh `npm ci` would take the lockfile: npm drops the optional packages of other platforms from it now and
 * then. Needs no network unless something is missing.
 */
export function lockfileStep(): LintStep {
  const { program, args } = npmCommand()
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  return {
    name: 'lockfile',
    program,
    args: [...args, 'ci', '--dry-run', '--ignore-scripts', '--prefer-offline', ...quiet],
  }
}

/** All checks, the slow ones first so that they do not wait for the end. */
export function lintSteps(): readonly LintStep[] {
  return [
    { name: 'style', args: [inPackages('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.'] },
    ...['.', ...FOLDERS].map(typesOf),
    { name: 'layers', args: layersArguments() },
    lockfileStep(),
    { name: 'dead code', args: [inPackages('knip', 'bin', 'knip.js'), '--no-progress'] },
    {
      name: 'format',
      args: [
        inPackages('prettier', 'bin', 'prettier.cjs'),
        ...['--check', '--log-level', 'warn', '--cache', '--cache-location', join(CACHE, 'prettier'), '.'],
      ],
    },
  ]
}
