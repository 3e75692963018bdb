import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { createEngineClient } from '../connection/engine-client.ts'
import { findLine } from '../connection/start-line.ts'
import { CustomerScreen } from './customer-screen.tsx'
import { createDisplayStore } from './display-store.ts'
import '../styles/base.css'
import '../styles/display.css'

// compiled validators need `eval`, which the page's security policy forbids
config({ jitless: true })

function mount(element: HTMLElement): void {
  const line = findLine(window)
  const client = line === undefined ? undefined : createEngineClient(line)
  const store = createDisplayStore(client)
  client?.start()
  createRoot(element).render(
    <StrictMode>
      <CustomerScreen store={store} />
    </StrictMode>,
  )
}

const element = document.getElementById('root')
if (element !== null) mount(element)
