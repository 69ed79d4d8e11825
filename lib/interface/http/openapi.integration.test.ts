import { describe, expect, it } from 'vitest'
import { askInterface } from '@/server/testing/ask-interface'
import { createTestDatabase } from '@/server/testing/test-database'
import { isJsonObject, type JsonSchema } from '../schema-components'
import { ENDPOINTS } from './routes'

await createTestDatabase()
const { status, headers, answer } = await askInterface('GET', '/openapi.json')

type Operation = { operationId: string; summary: string; tags: string[]; security: Record<string, unknown>[]; parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[]; requestBody?: { content: Record<string, unknown> }; responses: Record<string, { description: string }> }
const paths = answer['paths'] as Record<string, Record<string, Operation>>
const operations = Object.entries(paths).flatMap(([path, byMethod]) => Object.entries(byMethod).map(([method, operation]) => [`${method} ${path}`, path, operation] as const))
const components = answer['components'] as { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> }

/** Everything in the document that is a reference. */
function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isJsonObject(value)) return []
  const { $ref: reference } = value
  return [...(typeof reference === 'string' ? [reference] : []), ...Object.values(value).flatMap(referencesIn)]
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

describe('/openapi.json', () => {
  it('is an OpenAPI 3.1 document', () => {
    expect([status, headers.get('content-type'), answer['openapi']]).toEqual([200, 'application/json', '3.1.1'])
    expect(answer['info']).toMatchObject({ title: 'Tokenward', version: expect.any(String) })
    expect(Object.keys(answer).toSorted()).toEqual(['components', 'info', 'openapi', 'paths', 'servers', 'tags'])
  })

  it('has every address and method that is served, and no other', () => {
    expect(operations.map(([name]) => name).toSorted()).toEqual(ENDPOINTS.map(({ method, path }) => `${method.toLowerCase()} ${path}`).toSorted())
  })

  it('gives each operation a name of its own that a function can have', () => {
    const names = operations.map(([, , { operationId }]) => operationId)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]*$/.test(name))).toEqual([])
  })

  it('says of no two operations the same', () => {
    const summaries = operations.map(([, , { summary }]) => summary)
    expect(summaries.filter((one, at) => summaries.indexOf(one) !== at)).toEqual([])
  })

  it('leads every reference to something', () => {
    const known = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...new Set(referencesIn(answer))].filter((one) => !known.includes(one))).toEqual([])
    expect(Object.keys(components.schemas).filter((name) => !/^[\w.-]+$/.test(name))).toEqual([])
  })

  it.each(operations)('%s is whole', (name, path, { parameters, security, responses, requestBody, summary, tags }) => {
    expect(METHODS).toContain(name.split(' ')[0])
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)
    expect(parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name).toSorted()).toEqual(inPath.toSorted())
    expect(parameters.filter((parameter) => parameter.in === 'path' && !parameter.required)).toEqual([])
    expect(new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size).toBe(parameters.length)
    expect(security.flatMap(Object.keys).filter((scheme) => !(scheme in components.securitySchemes))).toEqual([])
    expect(Object.keys(responses).every((code) => code === 'default' || /^[1-5]\d\d$/.test(code))).toBe(true)
    expect(Object.values(responses).every(({ description }) => description !== '')).toBe(true)
    expect([summary !== '', tags.length, Object.keys(requestBody?.content ?? { some: 1 }).length > 0]).toEqual([true, 1, true])
  })
})
