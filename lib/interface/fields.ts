import { isJsonObject, SHARED, type JsonSchema } from './schema-components'

/** One line of a table that describes what is sent or answered. */
export type Field = {
  name: string
  type: string
  /** The shape that the type names, where it is written in a place of its own. */
  shape?: string
  required: boolean
  description: string
}

export type Shapes = {
  schemas: Readonly<Record<string, JsonSchema>>
  /** Names of those that are written in a place of their own: elsewhere they are named, and not told again. */
  apart: ReadonlySet<string>
}

/** Levels that are told: deeper ones are told by their name. */
const DEEPEST = 3

const alternativesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] => {
  const listed: unknown = anyOf ?? oneOf
  return Array.isArray(listed) ? listed.filter(isJsonObject) : []
}

const nameOf = ({ $ref: reference }: JsonSchema): string | null => (typeof reference === 'string' ? reference.slice(SHARED.length) : null)

/** What stands there beside null, if that is one thing. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const [one, ...others] = alternativesOf(schema).filter(({ type }) => type !== 'null')
  return one && others.length === 0 ? withoutNull(one) : schema
}

/** The shape that a schema stands for, by a reference or beside null. */
function resolved(schema: JsonSchema, shapes: Shapes): JsonSchema {
  const bare = withoutNull(schema)
  const name = nameOf(bare)
  return name === null ? bare : resolved(shapes.schemas[name] ?? {}, shapes)
}

/** The name of the shape apart that is there, or in a list there. */
export function shapeOf(schema: JsonSchema, shapes: Shapes): string | null {
  const bare = withoutNull(schema)
  const name = nameOf(bare)
  if (name !== null) return shapes.apart.has(name) ? name : shapeOf(shapes.schemas[name] ?? {}, shapes)
  return bare['type'] === 'array' && isJsonObject(bare['items']) ? shapeOf(bare['items'], shapes) : null
}

/** What may stand there, in a few words that a program's author knows. */
export function typeText(schema: JsonSchema, shapes: Shapes): string {
  const nullable = alternativesOf(schema).some(({ type }) => type === 'null')
  const name = nameOf(withoutNull(schema))
  const shape = resolved(schema, shapes)
  const { type, format, enum: choices, items } = shape
  const several = alternativesOf(shape)
  const text = (): string => {
    if (name !== null && shapes.apart.has(name)) return name
    if ('const' in shape) return JSON.stringify(shape['const'])
    if (Array.isArray(choices)) return choices.map((one) => JSON.stringify(one)).join(' | ')
    if (several.length > 0) return several.map((one) => typeText(one, shapes)).join(' | ')
    if (type === 'array') return `${isJsonObject(items) ? typeText(items, shapes) : 'any'}[]`
    return typeof format === 'string' && type === 'string' ? format : String(type ?? 'any')
  }
  return nullable ? `${text()} | null` : text()
}

function insideOf(schema: JsonSchema, shapes: Shapes): { shape: JsonSchema; mark: string } {
  const shape = resolved(schema, shapes)
  const { items } = shape
  return shape['type'] === 'array' && isJsonObject(items) ? { shape: resolved(items, shapes), mark: '[]' } : { shape, mark: '' }
}

/** The fields of an object, with those inside it under their path: `results[].tokenId`. None where it is told apart. */
export function fieldsOf(schema: JsonSchema, shapes: Shapes, path = '', deep = 1): Field[] {
  if (shapeOf(schema, shapes) !== null) return []
  const { shape, mark } = insideOf(schema, shapes)
  const { properties, required } = shape
  if (!isJsonObject(properties)) return []
  const needed = Array.isArray(required) ? required : []
  const prefix = path + mark + (path + mark === '' ? '' : '.')
  return Object.entries(properties).flatMap(([name, value]) => {
    const one = isJsonObject(value) ? value : {}
    const { description } = one
    const apart = shapeOf(one, shapes)
    const field = { name: prefix + name, type: typeText(one, shapes), ...(apart === null ? {} : { shape: apart }), required: needed.includes(name), description: typeof description === 'string' ? description : '' }
    return deep < DEEPEST ? [field, ...fieldsOf(one, shapes, prefix + name, deep + 1)] : [field]
  })
}

function countReferences(value: unknown, counts: Map<string, number>): void {
  if (Array.isArray(value)) value.forEach((one) => countReferences(one, counts))
  if (!isJsonObject(value)) return
  const name = nameOf(value)
  if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const one of Object.values(value)) countReferences(one, counts)
}

/** The shapes of a description, of which those are told apart that stand in it more than once; refusals do not count. */
export function shapesOf(operations: readonly { requestBody?: unknown; responses: Readonly<Record<string, unknown>> }[], schemas: Shapes['schemas']): Shapes {
  const counts = new Map<string, number>()
  const told = operations.flatMap(({ requestBody, responses: { default: _refused, ...answers } }) => [requestBody, answers])
  countReferences([told, schemas], counts)
  return { schemas, apart: new Set([...counts].flatMap(([name, count]) => (count > 1 ? [name] : []))) }
}
