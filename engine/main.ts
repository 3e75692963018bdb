/**
 * The engine's command line. Checks the Node version before anything that needs a newer one is loaded: the SQLite driver
 * crashes the process on Node 20 instead of complaining.
 */
const NODE_MAJOR_NEEDED = 24

const major = Number(process.versions.node.split('.')[0])
if (major < NODE_MAJOR_NEEDED && process.versions['electron'] === undefined) {
  process.stderr.write(
    `收银引擎需要 Node ${NODE_MAJOR_NEEDED} 或更新版本，当前是 ${process.versions.node}。请用 npm run engine 启动。\n`,
  )
  process.exitCode = 1
} else {
  const { runEngine } = await import('./run-engine.ts')
  await runEngine(process.argv.slice(2))
}

export {}
