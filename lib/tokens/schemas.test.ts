import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenForm } from '@/server/testing/token-form'
import { isErrorCode } from '../errors'
import { generateTokenSchema } from './schemas'

const valid = tokenForm({ orgId: '018f3b6e-0000-7000-8000-000000000000' })

function complaints(change: Record<string, unknown>): string[] {
  const parsed = generateTokenSchema.safeParse({ ...valid, ...change })
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message.replace('errors.', ''))
}

describe('generateTokenSchema', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: '' }, 'token_name_required'],
    ['only spaces', { name: '   ' }, 'token_name_required'],
    ['a missing name', { name: undefined }, 'token_name_required'],
    ['65 characters', { name: 'a'.repeat(65) }, 'token_name_too_long'],
    ['a name of 1 MB', { name: 'a'.repeat(1_000_000) }, 'token_name_too_long'],
    ['an emoji', { name: 'backup 🚀' }, 'token_name_characters'],
    ['markup', { name: '<b>' }, 'token_name_characters'],
    ['a line break', { name: 'a\nb' }, 'token_name_characters'],
    ['a long description', { description: 'a'.repeat(257) }, 'description_too_long'],
    ['a NUL in the description', { description: 'a\u0000b' }, 'description_characters'],
    ['a terminal escape in the description', { description: '\u001b[31m' }, 'description_characters'],
    ['a line separator in the description', { description: 'a\u2028b' }, 'description_characters'],
    ['a turn of direction in the description', { description: 'a\u202eb' }, 'description_characters'],
    ['a TTL of 0', { ttlValue: 0 }, 'ttl_too_short'],
    ['a TTL of −1', { ttlValue: -1 }, 'ttl_too_short'],
    ['a TTL of 1e9', { ttlValue: 1e9 }, 'ttl_too_long'],
    ['a TTL of 1.5', { ttlValue: 1.5 }, 'ttl_not_whole'],
    ['no TTL', { ttlValue: Number.NaN }, 'ttl_required'],
    ['a TTL as text', { ttlValue: '6' }, 'ttl_required'],
    ['an unknown unit', { ttlUnit: 'years' }, 'ttl_required'],
    ['a unit that no form offers', { ttlUnit: 'seconds' }, 'ttl_required'],
    ['no scope', { roles: [] }, 'scope_required'],
    ['a role of no form', { roles: ['root'] }, 'invalid_input'],
    ['a reminder of no kind', { reminderDays: 5 }, 'reminder_invalid'],
    ['a field that is not there', { admin: true }, 'Unrecognized key: "admin"'],
  ])('refuses %s', (_name, change, code) => {
    expect(complaints(change)).toEqual([code])
  })

  it.each([
    ['64 characters', { name: 'ä'.repeat(64) }],
    ['all nine signs', { name: "a+b-c_d.e`f'g:h@i&" }],
    ['another script', { name: 'резервная копия ١٢' }],
    ['Open ID alone', { roles: [], openId: true }],
    ['All Roles', { scope: 'all', roles: [] }],
    ['a service role', { roles: ['external/object-store/editor'] }],
  ])('takes %s', (_name, change) => {
    expect(complaints(change)).toEqual([])
  })

  it('normalizes and trims the name', () => {
    expect(generateTokenSchema.parse({ ...valid, name: '  A\u030Angstrom ' }).name).toBe('Ångstrom')
  })

  it('says nothing but known codes about any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => complaints({ name }).every(isErrorCode)))
  })
})
