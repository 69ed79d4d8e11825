import { describe, expect, it } from 'vitest'
import { fieldsOf, shapesOf, typeText } from './fields'

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties) })
const SCHEMAS = { User: object({ id: { type: 'string', format: 'uuid' } }), Once: object({ user: to('User') }), Error: object({ code: { type: 'string' } }) }
const answer = (schema: object) => ({ responses: { '200': { schema }, default: { schema: to('Error') } } })
const shapes = shapesOf([answer(to('Once')), answer(object({ users: { type: 'array', items: to('User') } }))], SCHEMAS)

describe('a description for people', () => {
  it('tells apart what stands in it more than once, refusals left out', () => {
    expect([...shapes.apart]).toEqual(['User'])
  })

  it('names such a shape where it stands, beside null and in a list as well', () => {
    expect([to('User'), { anyOf: [to('User'), { type: 'null' }] }, { type: 'array', items: to('User') }].map((schema) => typeText(schema, shapes))).toEqual(['User', 'User | null', 'User[]'])
    expect(fieldsOf(to('Once'), shapes)).toEqual([{ name: 'user', type: 'User', shape: 'User', required: true, description: '' }])
  })

  it('tells its fields once, in its own place', () => {
    expect(fieldsOf(to('User'), shapes)).toEqual([])
    expect(fieldsOf(SCHEMAS.User, shapes)).toEqual([{ name: 'id', type: 'uuid', required: true, description: '' }])
  })
})
