import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App, Unreachable } from './app.tsx'
import { createEngineClient } from './connection/engine-client.ts'
import { findLine } from './connection/start-line.ts'
import { createTones } from './sound/tones.ts'
import { createPageMemory } from './stores/page-memory.ts'
import { createTill } from './till/till.ts'
import { listenToWedge } from './wedge/listen-to-wedge.ts'
import './styles/base.css'
import './styles/parts.css'
import './styles/till.css'
import './styles/panels.css'
import './styles/returns.css'
import './styles/sign-in.css'
import './styles/workplace.css'

// compiled validators need `eval`, which the page's security policy forbids
config({ jitless: true })

function mount(element: HTMLElement): void {
  const root = createRoot(element)
  const line = findLine(window)
  if (line === undefined) {
    root.render(<Unreachable />)
    return
  }
  const till = createTill({
    client: createEngineClient(line),
    memory: createPageMemory(window.sessionStorage),
    tones: createTones(),
    now: () => Date.now(),
  })
  listenToWedge(window, { onScan: till.scan, onUnusable: till.unusableScan })
  till.start()
  root.render(
    <StrictMode>
      <App till={till} />
    </StrictMode>,
  )
}

const element = document.getElementById('root')
if (element !== null) mount(element)
