import type { JSX } from 'react'
import { KeyCap } from '../parts/key-cap.tsx'
import { useEngine } from '../parts/till-context.ts'
import { printLine } from '../text/print-words.ts'
import { say } from '../text/say.ts'

/** Says that a receipt is not on paper yet, or perhaps not, and which key leads to it. */
export function PrintLine(): JSX.Element | null {
  const jobs = useEngine((engine) => engine.printJobs)
  const words = printLine(jobs)
  if (words === undefined) return null
  return (
    <span className="print-line" data-testid="print-line">
      {words} <KeyCap name="Shift+F5" /> {say('key.printing')}
    </span>
  )
}
