import { spawn } from 'node:child_process'

export type CommandOutcome = {
  /** The exit code; 1 when the program could not be started or was ended by a signal. */
  readonly code: number
  /** What it wrote on stdout and stderr, as they came. */
  readonly output: string
  /** The part of it that came on stdout. */
  readonly stdout: string
  readonly seconds: number
}

export type CommandOptions = {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Also shows the output while it comes. */
  readonly echo?: boolean
}

/** Runs a program to its end without a shell and without input. Never throws: a program that is missing is code 1. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutcome> {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let stdout = ''
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
      if (options.echo === true) process.stderr.write(chunk)
    }
    const finish = (code: number): void =>
      resolve({ code, output, stdout, seconds: (performance.now() - started) / 1000 })
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8')
      keep(chunk)
    })
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      output += error.message
      finish(1)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}
