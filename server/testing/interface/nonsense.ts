import fc from 'fast-check'

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1)

/** Texts that are known to break what reads them. */
const TEXTS = ['', '\0', 'a\0b', '\ud800', '\udfff\ud800', '💥', 'İı', "'; --", '%', '_', '../..', '-1', '0', '1e999', 'NaN', 'null', '__proto__', 'constructor', 'openid', 'tw_', ' ', '\r\n', '2020-02-30', '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 'x'.repeat(5_000), '9'.repeat(400), 'n.W10', 'p.eyJ9']

export const anyText = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 60 }), fc.uuid())

/** What may stand anywhere in JSON. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { $ref: '#' }, deep(1_000), -1, 0, 1.5, 60, 61, 2 ** 31, 2 ** 53, 1e308, -0, 1e-9),
  anyText,
  fc.jsonValue({ maxDepth: 3 }),
)

/** One thing done to a request's body: the field that the numbers lead to is replaced, taken out, or given company. */
const change = fc.record({ steps: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), how: fc.constantFrom('replace', 'replace', 'remove', 'add'), name: anyText, value: anyValue })
export const changes = fc.array(change, { maxLength: 3 })
type Change = { steps: number[]; how: string; name: string; value: unknown }

function changed(given: unknown, { steps: [step = 0, ...steps], ...rest }: Change): unknown {
  if (typeof given !== 'object' || given === null) return rest.value
  const entries = Object.entries(given)
  const at = entries.length === 0 ? 0 : step % entries.length
  const altered = entries.flatMap(([name, value], index): [string, unknown][] => {
    if (index !== at) return [[name, value]]
    if (steps.length > 0) return [[name, changed(value, { ...rest, steps })]]
    if (rest.how === 'remove') return []
    return rest.how === 'add' ? [[name, value], [rest.name, rest.value]] : [[name, rest.value]]
  })
  return Array.isArray(given) ? altered.map(([, value]) => value) : Object.fromEntries(altered)
}

/** `given` with all of it done. */
export const changedBy = (given: unknown, all: readonly Change[]): unknown => all.reduce(changed, given)

/** Bodies that are no JSON, or none that anybody should read. */
export const RAW_BODIES: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  '', '{', 'null', '[]', '""', '1e999', '{"a":1,"a":2}', '{"__proto__":{"a":1}}', '['.repeat(20_000), `{"ids":${JSON.stringify(Array.from({ length: 1_001 }, () => 'x'))}}`,
  new Uint8Array([0xff, 0xfe, 0x00]), new Uint8Array([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d]), 'api_token=a&api_token=b', '%00=%ff&&&=', 'x'.repeat(70_000),
]

/** Segments of a path as they stand in an address. */
export const anySegment = fc.oneof(
  fc.constantFrom('%00', '%ff', '%ED%A0%80', '%2e%2e', '%2F', '%', 'null', '0', '-', 'a'.repeat(20_000), 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', '%F0%9F%92%A5'),
  fc.uuid(),
  anyText.map((text) => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, ''))),
)

/** What a header may hold. */
export const anyHeaderText = fc.oneof(fc.constantFrom('', 'x', 'a.b.c', 'Bearer', 'Bearer a.b.c', 'Basic Og==', 'Basic AAAA', 'Basic 4pyT', 'x'.repeat(20_000)), fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')))

export const CONTENT_TYPES = ['application/json', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'text/plain', 'multipart/form-data', 'application/xml', ';', '']
