/**
 * Progress lines of the bootstrap, on stderr so that a program's own stdout stays clean.
 * @param {string} text
 * @returns {void}
 */
export function say(text) {
  process.stderr.write(`〔准备〕${text}\n`)
}

/**
 * Says what stopped the bootstrap and ends the process with exit code 1.
 * @param {string} text one sentence: what is wrong and what to do
 * @returns {never}
 */
export function stop(text) {
  process.stderr.write(`〔准备〕${text}\n`)
  process.exit(1)
}
