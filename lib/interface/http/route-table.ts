import type { Endpoint } from './endpoint'

export type FoundRoute = { endpoint: Endpoint; params: Readonly<Record<string, string>> }

type Place = { pattern: string[]; byMethod: Map<string, Endpoint> }

const NAME = /^\{(\w+)\}$/

/** The values of a pattern's names where `segments` fit it; null where they do not. */
function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [at, expected] of pattern.entries()) {
    const given = segments[at] ?? ''
    const name = NAME.exec(expected)?.[1]
    if (name === undefined ? given !== expected : given === '') return null
    if (name !== undefined) params[name] = given
  }
  return params
}

/** The segments of a path; null where it is not UTF-8, as `%ff` is none, and so names nothing. */
function decoded(path: string): string[] | null {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

/**
 * Finds endpoints by address and method. A fixed address goes before a pattern that would fit it, too.
 *
 * @throws {Error} where two endpoints share address and method, or a name
 */
export function makeRouteTable(endpoints: readonly Endpoint[]) {
  const places = new Map<string, Place>()
  const operations = new Set<string>()
  for (const endpoint of endpoints) {
    const place = places.get(endpoint.path) ?? { pattern: endpoint.path.split('/'), byMethod: new Map<string, Endpoint>() }
    if (place.byMethod.has(endpoint.method) || operations.has(endpoint.operation)) throw new Error(`Twice: ${endpoint.method} ${endpoint.path}`)
    operations.add(endpoint.operation)
    places.set(endpoint.path, place)
    place.byMethod.set(endpoint.method, endpoint)
  }
  const patterns = [...places.values()].filter(({ pattern }) => pattern.some((segment) => NAME.test(segment)))
  const findPlace = (path: string): (Place & { params: Record<string, string> }) | null => {
    const fixed = places.get(path)
    if (fixed) return { ...fixed, params: {} }
    const segments = decoded(path)
    if (!segments) return null
    for (const place of patterns) {
      const params = match(place.pattern, segments)
      if (params) return { ...place, params }
    }
    return null
  }
  return {
    /** The endpoint; the methods that its address knows, where it does not know this one; null where nothing stands there. */
    find(method: string, path: string): FoundRoute | { allowed: string[] } | null {
      const place = findPlace(path)
      if (!place) return null
      const endpoint = place.byMethod.get(method === 'HEAD' ? 'GET' : method)
      const refused = !endpoint || (method === 'HEAD' && endpoint.acts)
      return refused ? { allowed: [...place.byMethod.keys()] } : { endpoint, params: place.params }
    },
  }
}
