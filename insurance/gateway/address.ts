import { envelopeData } from '../catalogue/data-files.ts'
import type { RegionProfile } from '../profiles/profile-schema.ts'

/** Paths that public clients use; entries with a remark in brackets are incomplete. */
function knownPath(infno: string): string | undefined {
  for (const shape of envelopeData().transport.url_shapes) {
    const { paths } = shape
    const path = paths !== undefined && Object.hasOwn(paths, infno) ? paths[infno] : undefined
    if (path !== undefined && /^[\w/.-]+$/.test(path)) return path
  }
  return undefined
}

/**
 * The path and query of one transaction behind the configured address; undefined when the region's form has none for it.
 * The host is never anything but the configured one. The form `callFsiService/callService` is left out: it needs a token
 * whose request is not public.
 */
export function addressPath(base: URL, infno: string, address: RegionProfile['address']): string | undefined {
  const folder = base.pathname.replace(/\/+$/, '')
  switch (address.strategy) {
    case 'base-only':
      return `${folder === '' ? '/' : base.pathname}${base.search}`
    case 'append-number':
      return `${folder}/${infno}${base.search}`
    case 'path-per-transaction': {
      const own = Object.hasOwn(address.paths, infno) ? address.paths[infno] : undefined
      const path = own ?? knownPath(infno)
      return path === undefined ? undefined : `${folder}${address.prefix}${path}${base.search}`
    }
  }
}
