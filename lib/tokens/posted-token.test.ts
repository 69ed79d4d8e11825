import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isErrorCode } from '../errors'
import { postedTokenSchema, type PostedToken } from './posted-token'

const posted: PostedToken = {
  orgId: ['0199d3c4-6f0e-7b7a-9f55-0d6d5d3f3b11'],
  idempotencyKey: ['7d0d3a3e-4b57-4a6e-8c3c-5d8f6a0e1c22'],
  name: ['nightly-backup'],
  description: [''],
  ttlValue: ['6'],
  ttlUnit: ['months'],
  scope: ['chosen'],
  roles: ['org_member', 'external/warehouse/reader'],
  reminderDays: ['7'],
  'ttl-preset': ['on'],
}

/** The first complaint, by field. */
function complaints(change: PostedToken): Record<string, string> {
  const { error } = postedTokenSchema.safeParse({ ...posted, ...change })
  return Object.fromEntries((error?.issues ?? []).toReversed().map(({ path, message }) => [String(path[0] ?? ''), message]))
}

describe('a form that is posted without JavaScript', () => {
  it('means what the same form means with it', () => {
    expect(postedTokenSchema.parse(posted)).toMatchObject({ ttlValue: 6, ttlUnit: 'months', roles: posted['roles'], openId: false, reminderDays: 7 })
    expect(postedTokenSchema.parse({ ...posted, openId: ['on'] })).toMatchObject({ openId: true })
  })

  it('has no length where it never expires, and no roles where it has all', () => {
    expect(complaints({ ttlUnit: ['never'], ttlValue: ['abc'] })).toEqual({})
    expect(postedTokenSchema.parse({ ...posted, scope: ['all'] })).toMatchObject({ scope: 'all', roles: [] })
  })

  it.each<[PostedToken, Record<string, string>]>([
    [{ ttlValue: ['1,5'] }, { ttlValue: 'errors.ttl_not_whole' }],
    [{ ttlValue: [''] }, { ttlValue: 'errors.ttl_required' }],
    [{ ttlUnit: [] }, { ttlUnit: 'errors.ttl_required' }],
    [{ roles: [] }, { roles: 'errors.scope_required' }],
    [{ scope: [] }, { scope: 'errors.scope_required' }],
    [{ reminderDays: ['8'] }, { reminderDays: 'errors.reminder_invalid' }],
    [{ name: [] }, { name: 'errors.token_name_required' }],
    [{ orgId: ['x'] }, { orgId: 'errors.invalid_input' }],
  ])('%j is refused with %j', (change, expected) => {
    expect(complaints(change)).toMatchObject(expected)
  })

  it('is never met with anything but a known complaint, whatever is in it', () => {
    const fields = fc.dictionary(fc.constantFrom(...Object.keys(posted), 'openId', '__proto__'), fc.array(fc.string()))
    fc.assert(
      fc.property(fields, (change) => {
        for (const message of Object.values(complaints(change))) expect(isErrorCode(message.replace(/^errors\./, ''))).toBe(true)
      }),
    )
  })
})
