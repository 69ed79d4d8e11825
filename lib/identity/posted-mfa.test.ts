import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { postedConfirmSchema, postedEnforceSchema, postedTurnOnSchema } from './posted-mfa'

/** What is wrong with each field, by its error code. */
function problemsOf(schema: z.ZodType, fields: Record<string, string[]>): Record<string, string> {
  const { error } = schema.safeParse(fields)
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]))
}

describe('turning MFA on', () => {
  it.each([
    [{ code: ['123 456'], password: [''] }, { code: '123 456' }],
    [{ code: [' '], password: ['secret'] }, { password: 'secret' }],
    [{ code: ['123456'], password: ['secret'] }, { code: '123456' }],
    [{ code: ['123456'] }, { code: '123456' }],
  ])('reads %j as %j', (fields, expected) => {
    expect(postedTurnOnSchema.parse(fields)).toEqual(expected)
  })

  it('wants one of the two', () => {
    expect(problemsOf(postedTurnOnSchema, { code: [' '], password: [''] })).toEqual({ code: 'errors.mfa_code_or_password' })
  })

  it('takes no field that it does not know', () => {
    expect(postedTurnOnSchema.safeParse({ code: ['123456'], userId: ['other'] }).success).toBe(false)
  })
})

describe('activating a device', () => {
  it('leaves out the name that was not typed', () => {
    expect(postedConfirmSchema.parse({ code: ['123456'], name: [''] })).toEqual({ code: '123456' })
  })

  it('wants a code', () => {
    expect(problemsOf(postedConfirmSchema, { code: [''], name: ['Phone'] })).toEqual({ code: 'errors.mfa_new_code_required' })
  })
})

describe('enforcing MFA', () => {
  const orgId = ['11111111-1111-4111-8111-111111111111']

  it.each([
    [['on'], true],
    [undefined, false],
  ])('reads the check box %j as %s', (enforced, expected) => {
    expect(postedEnforceSchema.parse({ orgId, ...(enforced && { enforced }) })).toMatchObject({ enforced: expected })
  })

  it('wants to know which organization', () => {
    expect(postedEnforceSchema.safeParse({ enforced: ['on'] }).success).toBe(false)
  })
})
