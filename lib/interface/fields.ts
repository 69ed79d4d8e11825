import { isJsonObject, SHARED, type JsonSchema } from './schema-components'

/** One line of a table that describes what is sent or answered. */
export type Field = { name: string; type: string; required: boolean; description: string }

type Schemas = Readonly<Record<string, JsonSchema>>

/** Levels that are told: deeper ones are told by their name. */
const DEEPEST = 3

const alternativesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] => {
  const listed: unknown = anyOf ?? oneOf
  return Array.isArray(listed) ? listed.filter(isJsonObject) : []
}

/** The shape that a schema stands for, by a reference or beside null. */
function resolved(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const { $ref: reference } = schema
  if (typeof reference === 'string') return resolved(schemas[reference.slice(SHARED.length)] ?? {}, schemas)
  const [one, ...others] = alternativesOf(schema).filter(({ type }) => type !== 'null')
  return one && others.length === 0 ? resolved(one, schemas) : schema
}

/** What may stand there, in a few words that a program's author knows. */
export function typeText(schema: JsonSchema, schemas: Schemas): string {
  const nullable = alternativesOf(schema).some(({ type }) => type === 'null')
  const shape = resolved(schema, schemas)
  const { type, format, enum: choices, items } = shape
  const several = alternativesOf(shape)
  const text = (): string => {
    if ('const' in shape) return JSON.stringify(shape['const'])
    if (Array.isArray(choices)) return choices.map((one) => JSON.stringify(one)).join(' | ')
    if (several.length > 0) return several.map((one) => typeText(one, schemas)).join(' | ')
    if (type === 'array') return `${isJsonObject(items) ? typeText(items, schemas) : 'any'}[]`
    return typeof format === 'string' && type === 'string' ? format : String(type ?? 'any')
  }
  return nullable ? `${text()} | null` : text()
}

function insideOf(schema: JsonSchema, schemas: Schemas): { shape: JsonSchema; mark: string } {
  const shape = resolved(schema, schemas)
  const { items } = shape
  return shape['type'] === 'array' && isJsonObject(items) ? { shape: resolved(items, schemas), mark: '[]' } : { shape, mark: '' }
}

/** The fields of an object, with those inside it under their path: `results[].tokenId`. */
export function fieldsOf(schema: JsonSchema, schemas: Schemas, path = '', deep = 1): Field[] {
  const { shape, mark } = insideOf(schema, schemas)
  const { properties, required } = shape
  if (!isJsonObject(properties)) return []
  const needed = Array.isArray(required) ? required : []
  const prefix = path + mark + (path + mark === '' ? '' : '.')
  return Object.entries(properties).flatMap(([name, value]) => {
    const one = isJsonObject(value) ? value : {}
    const { description } = one
    const field = { name: prefix + name, type: typeText(one, schemas), required: needed.includes(name), description: typeof description === 'string' ? description : '' }
    return deep < DEEPEST ? [field, ...fieldsOf(one, schemas, prefix + name, deep + 1)] : [field]
  })
}
