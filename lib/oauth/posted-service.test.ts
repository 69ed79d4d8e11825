import { describe, expect, it } from 'vitest'
import { postedRemoveSchema, postedServiceSchema } from './posted-service'

const form = { id: ['warehouse'], displayName: ['Main Warehouse'], roles: ['reader'] }
const complaint = (fields: object) => postedServiceSchema.safeParse({ ...form, ...fields }).error?.issues.map(({ path, message }) => [path[0], message])

describe('postedServiceSchema', () => {
  it('reads one role a line, named as it says or by its own name', () => {
    const roles = ['reader\r\n\r\n stock_keeper : Keeper of: stock \nnight-watch\n']
    expect(postedServiceSchema.parse({ ...form, id: [' warehouse '], roles })).toEqual({
      id: 'warehouse',
      displayName: 'Main Warehouse',
      roles: [
        { name: 'reader', displayName: 'Reader' },
        { name: 'stock_keeper', displayName: 'Keeper of: stock' },
        { name: 'night-watch', displayName: 'Night watch' },
      ],
    })
  })

  it('reads a service without roles', () => {
    expect(postedServiceSchema.parse({ ...form, roles: [''] }).roles).toEqual([])
  })

  it.each([
    [{ id: ['Warehouse'] }, ['id', 'errors.service_id']],
    [{ id: [''] }, ['id', 'errors.service_id']],
    [{ displayName: [' '] }, ['displayName', 'errors.service_name']],
    [{ displayName: ['Ware\0house'] }, ['displayName', 'errors.service_name']],
    [{ displayName: ['\u202eesuoheraW'] }, ['displayName', 'errors.service_name']],
    [{ displayName: ['\u200d'] }, ['displayName', 'errors.service_name']],
    [{ roles: ['reader:Rea\u0007der'] }, ['roles', 'errors.service_name']],
    [{ roles: ['reader\nA B'] }, ['roles', 'errors.service_role']],
    [{ roles: [`reader:${'x'.repeat(101)}`] }, ['roles', 'errors.service_name']],
    [{ roles: [Array.from({ length: 101 }, (_, at) => `role${at}`).join('\n')] }, ['roles', 'errors.service_role']],
    [{ roles: ['x'.repeat(20_001)] }, ['roles', 'errors.service_role']],
  ])('refuses %j', (fields, expected) => {
    expect(complaint(fields)).toContainEqual(expected)
  })
})

describe('postedRemoveSchema', () => {
  it('wants the client id typed', () => {
    expect(postedRemoveSchema.safeParse({ id: ['a'], typed: [' a '] }).success).toBe(true)
    expect(postedRemoveSchema.safeParse({ id: ['a'], typed: ['b'] }).error?.issues[0]).toMatchObject({ path: ['typed'], message: 'errors.service_mistyped' })
    expect(postedRemoveSchema.safeParse({ id: ['a'] }).success).toBe(false)
  })
})
