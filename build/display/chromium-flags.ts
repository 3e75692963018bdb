/** A browser's own sandbox does not work for the administrator, who runs containers and build machines. */
export function sandboxFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Keeps a Chromium from talking to anybody on its own account. */
export const QUIET_FLAGS: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
]
