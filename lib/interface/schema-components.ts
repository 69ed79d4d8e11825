import { z } from 'zod'

/** A schema as JSON Schema 2020-12 writes it, which is what OpenAPI 3.1 reads. */
export type JsonSchema = { [key: string]: unknown }

/** What a client sends, or what it is answered: a default or a transformation makes them differ. */
export type Direction = 'input' | 'output'

const LOCAL = '#/$defs/'
export const SHARED = '#/components/schemas/'

export const isJsonObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same with every reference to a definition beside it led to one of the document's own. */
function relocated(value: unknown, rename: (id: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => relocated(one, rename))
  if (!isJsonObject(value)) return value
  const { $ref: reference } = value
  if (typeof reference === 'string') return { ...value, $ref: SHARED + rename(reference.slice(LOCAL.length)) }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, relocated(one, rename)]))
}

function written(schema: z.ZodType, io: Direction): { own: JsonSchema; definitions: JsonSchema } {
  const { $schema: _dialect, $defs, ...own } = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))) as JsonSchema
  return { own, definitions: isJsonObject($defs) ? $defs : {} }
}

/**
 * Writes zod schemas as JSON Schema. Those with an id are written once, among `shared`, and referred to. What is sent in
 * another shape than it is answered in has a name of its own: describe what is answered first.
 *
 * @throws {Error} where one name stands for two shapes
 */
export function makeComponents() {
  const shared = new Map<string, JsonSchema>()
  const isOther = (id: string, schema: unknown) => shared.has(id) && JSON.stringify(shared.get(id)) !== JSON.stringify(schema)
  return {
    shared,
    describe(schema: z.ZodType, io: Direction): JsonSchema {
      const { own, definitions } = written(schema, io)
      const nameOf = (id: string) => (io === 'input' && isOther(id, relocated(definitions[id], (same) => same)) ? `${id}Input` : id)
      for (const [id, definition] of Object.entries(definitions)) {
        const moved = relocated(definition, nameOf) as JsonSchema
        if (isOther(nameOf(id), moved)) throw new Error(`Two shapes have the name ${nameOf(id)}`)
        shared.set(nameOf(id), moved)
      }
      return relocated(own, nameOf) as JsonSchema
    },
  }
}
