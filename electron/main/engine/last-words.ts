const KEPT_CHARACTERS = 2_000

/** Passes what a process writes on to our own stderr and keeps the end of it. */
export function keepLastWords(...streams: readonly (NodeJS.ReadableStream | null)[]): () => string {
  let text = ''
  for (const stream of streams) {
    stream?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk)
      text = (text + chunk.toString('utf8')).slice(-KEPT_CHARACTERS)
    })
  }
  return () => text.trim()
}
