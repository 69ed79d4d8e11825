import fc from 'fast-check'
import type { Endpoint } from '@/lib/interface/http/endpoint'
import { bodyOf, someAddress } from './ask-endpoint'
import { anyHeaderText, anySegment, anyText, changedBy, changes, CONTENT_TYPES, RAW_BODIES } from './nonsense'
import type { Asked } from './row'

/** A request on its way: all that a client can choose. */
export type GeneratedRequest = { method: string; target: string; headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> | null }

const HUGE = 'x'.repeat(10 * 1_024 * 1_024)
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const seldom = <Value>(usual: Value, other: fc.Arbitrary<Value>, times = 5): fc.Arbitrary<Value> => fc.oneof({ weight: times, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
const escaped = (text: string) => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, ''))

function targets({ path, query }: Endpoint, asked: Asked): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const segments = fc.tuple(...names.map((name) => seldom(escaped(asked.params?.[name] ?? '-'), anySegment)))
  const usual = Object.entries(asked.query ?? {}).map(([name, value]) => `${name}=${escaped(value)}`)
  const known = Object.keys(query.shape)
  const odd = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...known, 'api_token', 'cursor'), anyText), fc.oneof(anySegment, anyText.map(escaped))), { maxLength: 3 })
  return fc.tuple(segments, seldom<[string, string][]>([], odd, 1), fc.integer({ min: 0, max: 60 })).map(([given, more, chance]) => {
    const values = new Map(names.map((name, at) => [name, given[at] ?? '']))
    const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values.get(name) ?? '')
    const pairs = [...usual, ...more.map(([name, value]) => `${escaped(name)}=${value}`), ...(chance === 0 ? [`q=${'a'.repeat(20_000)}`] : [])]
    return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled
  })
}

function bodies(asked: Asked): fc.Arbitrary<Pick<GeneratedRequest, 'body' | 'headers'>> {
  const sane = changes.map((all) => {
    if (!asked.form) return bodyOf(asked.json === undefined && all.length === 0 ? {} : { json: changedBy(asked.json ?? {}, all) })
    const form = changedBy(asked.form, all)
    return bodyOf({ form: Object.fromEntries(Object.entries(Object(form) as object).map(([name, value]) => [name, String(typeof value === 'string' ? value : JSON.stringify(value))])) })
  })
  const raw = fc.constantFrom(...RAW_BODIES).map((body) => ({ body, headers: { 'content-type': 'application/json' } }))
  return fc.oneof({ weight: 200, arbitrary: sane }, { weight: 40, arbitrary: raw }, { weight: 1, arbitrary: fc.constant({ body: HUGE, headers: { 'content-type': 'application/json' } }) })
}

const oddHeaders = fc.record({ 'content-type': fc.constantFrom(...CONTENT_TYPES), 'content-length': fc.constantFrom('0', '-1', '99999999'), authorization: anyHeaderText, 'csp-auth-token': anyHeaderText, cookie: anyHeaderText, 'x-forwarded-for': anyHeaderText, accept: anyHeaderText }, { requiredKeys: [] })

/**
 * Requests to `endpoint`: most are `asked` with something wrong, some are right and some are nonsense throughout.
 *
 * @param credentials of whom there are, the likeliest first
 */
export function generatedRequests(endpoint: Endpoint, asked: Asked, credentials: readonly Record<string, string>[]): fc.Arbitrary<GeneratedRequest> {
  const parts = { method: seldom<string>(endpoint.method, fc.constantFrom(...METHODS), 15), target: targets(endpoint, asked), sent: bodies(asked), who: seldom(credentials[0] ?? {}, fc.constantFrom(...credentials)), odd: seldom<Record<string, string>>({}, oddHeaders) }
  return fc.record(parts).map(({ method, target, sent, who, odd }) => {
    const bodiless = method === 'GET' || method === 'HEAD'
    return { method, target, headers: { 'x-real-ip': someAddress(), ...sent.headers, ...who, ...asked.headers, ...odd }, body: bodiless ? null : sent.body }
  })
}
