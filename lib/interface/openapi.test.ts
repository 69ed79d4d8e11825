import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeInterface, type Described } from './openapi'

const GIVEN: Described = {
  method: 'POST',
  path: '/things/{id}/ends',
  operation: 'endThing',
  summary: 'Ends it',
  tag: 'Things',
  access: 'access_token',
  params: z.object({ id: z.uuid() }),
  query: z.object({ pageLimit: z.string().optional().meta({ description: 'Rows at most' }) }),
  bodies: [{ type: 'application/json', schema: z.object({ reason: z.string().default('none'), when: z.int() }) }],
  answers: { 200: { type: 'application/json', schema: z.object({ thing: z.object({ id: z.uuid() }).meta({ id: 'Thing' }) }) } },
}

const described = (...endpoints: Described[]) => describeInterface(endpoints, 'https://tokens.example.test')
const operation = (endpoint: Described) => described(endpoint).paths[endpoint.path]?.[endpoint.method.toLowerCase()]

describe('the description of an endpoint', () => {
  it('has a parameter for each name in the path and in the query', () => {
    expect(operation(GIVEN)?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: expect.objectContaining({ type: 'string', format: 'uuid' }) },
      { name: 'pageLimit', in: 'query', required: false, description: 'Rows at most', schema: { type: 'string' } },
    ])
  })

  it('has the body as it is sent: what has a default may be left out', () => {
    expect(operation(GIVEN)?.requestBody).toMatchObject({ required: true, content: { 'application/json': { schema: { required: ['when'] } } } })
  })

  it('writes a shape with a name once and refers to it', () => {
    const document = described(GIVEN)
    expect(document.components.schemas).toMatchObject({ Thing: { type: 'object', properties: { id: { type: 'string' } } } })
    expect(JSON.stringify(operation(GIVEN)?.responses)).toContain('{"$ref":"#/components/schemas/Thing"}')
  })

  it('answers the envelope wherever nothing else is said', () => {
    expect(operation(GIVEN)?.responses['default']).toMatchObject({ content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } })
  })

  it('names another shape for what is sent where it differs from what is answered', () => {
    const shape = z.object({ of: z.string().default('all') }).meta({ id: 'Choice' })
    const { schemas } = described({ ...GIVEN, bodies: [{ type: 'application/json', schema: z.object({ choice: shape }) }], answers: { 200: { type: 'application/json', schema: shape } } }).components
    expect([schemas['Choice'], schemas['ChoiceInput']]).toMatchObject([{ required: ['of'] }, { properties: { of: { default: 'all' } } }])
  })

  it('refuses one name for two shapes', () => {
    const one = (schema: z.ZodType, at: number): Described => ({ ...GIVEN, path: `/${at}`, operation: `o${at}`, params: z.object({}), answers: { 200: { type: 'application/json', schema } } })
    expect(() => described(one(z.object({ a: z.string() }).meta({ id: 'Twice' }), 1), one(z.object({ b: z.string() }).meta({ id: 'Twice' }), 2))).toThrow('Two shapes have the name Twice')
  })

  it.each([
    [z.object({ tokenValue: z.string() }), String.raw`-d "{\"tokenValue\":\"$TOKEN\"}"`],
    [z.object({ ids: z.array(z.string()), note: z.string().meta({ examples: ["it's"] }) }), String.raw`-d "{\"ids\":[\"$ID\"],\"note\":\"it's\"}"`],
    [z.object({ note: z.string().meta({ examples: ["it's"] }) }), String.raw`-d '{"note":"it'\''s"}'`],
  ])('has a line that fills in what only the reader has', (schema, line) => {
    const bodies = [{ type: 'application/json' as const, schema }]
    expect(operation({ ...GIVEN, bodies })?.['x-codeSamples'][0]?.source.split('\n').at(-1)?.trim()).toBe(line)
  })

  it('has a line for a shell', () => {
    expect(operation(GIVEN)?.['x-codeSamples'][0]?.source).toBe(
      ['curl -s \\', '  "https://tokens.example.test/things/$ID/ends" \\', '  -H "csp-auth-token: $ACCESS" \\', "  -H 'Content-Type: application/json' \\", `  -d '{"when":1}'`].join('\n'),
    )
  })
})
