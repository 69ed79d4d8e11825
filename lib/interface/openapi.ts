import type { z } from 'zod'
import { curlLine } from './curl-line'
import { ERROR_ENVELOPE } from './error-envelope'
import type { Access, Content, Endpoint } from './http/endpoint'
import { sampleOf } from './sample'
import { isJsonObject, makeComponents, type JsonSchema } from './schema-components'

type Components = ReturnType<typeof makeComponents>
type Describe = Components['describe']

/** Of what a description is made: all of an endpoint but what it does. */
export type Described = Omit<Endpoint, 'respond'>

/** Where a parameter stands. */
export type ParameterPlace = 'path' | 'query'
export type Parameter = { name: string; in: ParameterPlace; required: boolean; description?: string; schema: JsonSchema }
export type MediaTypes = Readonly<Record<string, { schema: JsonSchema; example?: unknown }>>

export type Operation = {
  operationId: string
  summary: string
  tags: string[]
  security: Readonly<Record<string, string[]>>[]
  parameters: Parameter[]
  requestBody?: { required: boolean; content: MediaTypes }
  responses: Readonly<Record<string, { description: string; content?: MediaTypes }>>
  'x-codeSamples': { lang: 'Shell'; label: 'curl'; source: string }[]
}

const SECURITY: Readonly<Record<Access, Operation['security']>> = {
  anonymous: [],
  access_token: [{ accessToken: [] }, { bearer: [] }],
  service: [{ service: [] }],
  scheduler: [{ scheduler: [] }],
}

/** @see OpenAPI 3.1.1 §4.8.27 */
const SECURITY_SCHEMES = {
  accessToken: { type: 'apiKey', in: 'header', name: 'csp-auth-token', description: 'An access token, got by exchanging an API token' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The same under the header of RFC 6750' },
  service: { type: 'http', scheme: 'basic', description: 'Client id and secret of a registered service' },
  scheduler: { type: 'http', scheme: 'bearer', description: 'The CRON_SECRET of this installation' },
}

const STATUS_TEXTS: Readonly<Record<number, string>> = { 200: 'Done', 201: 'Made', 204: 'Done, with nothing to say', 500: 'Part of it failed, which the log has', 503: 'Not ready' }

function parametersOf(describe: Describe, schema: z.ZodObject, place: ParameterPlace): Parameter[] {
  const { properties, required } = describe(schema, 'input')
  const names = Array.isArray(required) ? required : []
  return Object.entries(isJsonObject(properties) ? properties : {}).map(([name, one]) => {
    const { description, ...rest } = isJsonObject(one) ? one : {}
    return { name, in: place, required: place === 'path' || names.includes(name), ...(typeof description === 'string' ? { description } : {}), schema: rest }
  })
}

function answerOf(describe: Describe, status: string, content: Content | null) {
  const description = STATUS_TEXTS[Number(status)] ?? 'Answered'
  return content ? { description, content: { [content.type]: { schema: describe(content.schema, 'output') } } } : { description }
}

function bodyOf({ describe, shared }: Components, bodies: readonly Content[]): Pick<Operation, 'requestBody'> {
  if (bodies.length === 0) return {}
  const content = bodies.map(({ type, schema }) => {
    const described = describe(schema, 'input')
    return [type, { schema: described, example: sampleOf(described, shared) }] as const
  })
  return { requestBody: { required: !bodies.every(({ schema }) => schema.safeParse({}).success), content: Object.fromEntries(content) } }
}

function responsesOf(describe: Describe, answers: Endpoint['answers']): Operation['responses'] {
  const told = Object.entries(answers).map(([status, content]) => [status, answerOf(describe, status, content)] as const)
  return { ...Object.fromEntries(told), default: answerOf(describe, 'default', { type: 'application/json', schema: ERROR_ENVELOPE }) }
}

function operationOf(components: Components, endpoint: Described, origin: string): Operation {
  const { operation, summary, tag, access, params, query, bodies, answers } = endpoint
  const { describe } = components
  const described = {
    operationId: operation,
    summary,
    tags: [tag],
    security: SECURITY[access],
    parameters: [...parametersOf(describe, params, 'path'), ...parametersOf(describe, query, 'query')],
    ...bodyOf(components, bodies),
    responses: responsesOf(describe, answers),
  }
  const source = curlLine({ ...described, method: endpoint.method, path: endpoint.path, access, origin })
  return { ...described, 'x-codeSamples': [{ lang: 'Shell', label: 'curl', source }] }
}

/**
 * The description of the HTTP interface, made from the schemas that check what is sent and say what is answered.
 *
 * @param origin the address of this installation, without a path
 * @see OpenAPI 3.1.1; spec: api.md
 */
export function describeInterface(endpoints: readonly Described[], origin: string) {
  const components = makeComponents()
  for (const { answers } of endpoints) for (const content of Object.values(answers)) if (content) components.describe(content.schema, 'output')
  const paths: Record<string, Record<string, Operation>> = {}
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(components, endpoint, origin) }
  }
  const tags = [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name }))
  const schemas = Object.fromEntries([...components.shared].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  return {
    openapi: '3.1.1' as const,
    info: { title: 'Tokenward', version: '1', description: 'Personal API tokens and their governance. Everything answers JSON, errors included.' },
    servers: [{ url: origin }],
    tags,
    paths,
    components: { schemas, securitySchemes: SECURITY_SCHEMES },
  }
}

export type InterfaceDescription = ReturnType<typeof describeInterface>
