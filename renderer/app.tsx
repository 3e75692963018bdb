import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { JSX, ReactNode } from 'react'
import { TillContext, useEngine, useView } from './parts/till-context.ts'
import { PrintQueueScreen } from './printing/print-queue-screen.tsx'
import { SelfTestScreen } from './self-test/self-test-screen.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { SignInScreen } from './sign-in/sign-in-screen.tsx'
import { say } from './text/say.ts'
import { TILL_THEME } from './theme.ts'
import { TillScreen } from './till/till-screen.tsx'
import type { Till } from './till/till.ts'

function Themed({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <ConfigProvider locale={zhCN} theme={TILL_THEME} componentSize="middle">
      {children}
    </ConfigProvider>
  )
}

export function App({ till }: { readonly till: Till }): JSX.Element {
  return (
    <Themed>
      <TillContext value={till}>
        <Workplace />
        <ConnectionBand />
      </TillContext>
    </Themed>
  )
}

/** The workplace that the person chose; at the counter, the one that the session asks for. */
function Workplace(): JSX.Element {
  const known = useEngine((engine) => engine.session !== null)
  const signedIn = useEngine((engine) => engine.session?.operator != null)
  const place = useView((view) => view.place)
  if (!known) return <p className="splash">{say('connection.connecting')}</p>
  switch (place) {
    case 'settings':
      return <SettingsScreen />
    case 'self-test':
      return <SelfTestScreen />
    case 'printing':
      return <PrintQueueScreen />
    case 'till':
      return signedIn ? <TillScreen /> : <SignInScreen />
  }
}

function ConnectionBand(): JSX.Element | null {
  const lost = useEngine((engine) => engine.connection === 'lost')
  if (!lost) return null
  return (
    <div className="connection-band" role="alert" data-testid="connection-lost">
      <strong>{say('connection.lost')}</strong> {say('connection.lostHint')}
    </div>
  )
}

/** Shown when the page was opened without the address of an engine. */
export function Unreachable(): JSX.Element {
  return <p className="splash">{say('connection.noAddress')}</p>
}
