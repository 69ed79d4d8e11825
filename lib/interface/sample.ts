import { isJsonObject, SHARED, type JsonSchema } from './schema-components'

const BY_FORMAT: Readonly<Record<string, string>> = { uuid: '0198c0de-0000-7000-8000-000000000001', uri: 'https://example.test', email: 'ada@example.test' }

/** Deeper than anything that is sent; a shape that holds itself would not end. */
const DEEPEST = 6

function sampleObject(schema: JsonSchema, shared: ReadonlyMap<string, JsonSchema>, deep: number): JsonSchema {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {}
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  // What may be left out is, unless whoever described it had something to show.
  const shown = Object.entries(properties).filter(([name, one]) => required.includes(name) || (isJsonObject(one) && Array.isArray(one['examples'])))
  return Object.fromEntries(shown.map(([name, one]) => [name, sampleOf(isJsonObject(one) ? one : {}, shared, deep + 1)]))
}

function sampleFirst([one]: readonly unknown[], shared: ReadonlyMap<string, JsonSchema>, deep: number): unknown {
  return isJsonObject(one) ? sampleOf(one, shared, deep + 1) : null
}

/** Something that fits `schema`, to show: what it gives as an example, or the plainest value of its kind. */
export function sampleOf(schema: JsonSchema, shared: ReadonlyMap<string, JsonSchema>, deep = 0): unknown {
  const { $ref: reference, examples, enum: choices, anyOf, oneOf, type, format } = schema
  if (deep > DEEPEST) return null
  if (Array.isArray(examples)) return examples[0]
  if ('const' in schema) return schema['const']
  if ('default' in schema) return schema['default']
  if (typeof reference === 'string') return sampleOf(shared.get(reference.slice(SHARED.length)) ?? {}, shared, deep + 1)
  if (Array.isArray(choices)) return choices[0]
  const alternatives: unknown = anyOf ?? oneOf
  if (Array.isArray(alternatives)) return sampleFirst(alternatives, shared, deep)
  if (type === 'object') return sampleObject(schema, shared, deep)
  if (type === 'array') return isJsonObject(schema['items']) ? [sampleOf(schema['items'], shared, deep + 1)] : []
  if (type === 'integer' || type === 'number') return typeof schema['minimum'] === 'number' ? Math.max(schema['minimum'], 1) : 1
  if (type === 'boolean') return true
  if (type === 'null') return null
  return BY_FORMAT[String(format)] ?? '…'
}
