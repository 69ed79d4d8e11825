import { describe, expect, it } from 'vitest'
import { changePasswordSchema, noFieldsSchema, preferencesSchema, profileSchema, setupSchema } from './schemas'

/** What is wrong with a field, or null. */
function problem(schema: { safeParse: (input: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined } }, fields: Record<string, string[]>): unknown {
  const issue = schema.safeParse(fields).error?.issues[0]
  return issue ? [issue.path[0], issue.message] : null
}

const name = (firstName: string) => problem(profileSchema, { firstName: [firstName], lastName: ['Person'] })

describe('profileSchema', () => {
  it.each(['Ada', 'Jean-Luc', "O'Neil", '李小龙', '𝒜'.repeat(64), ` ${'x'.repeat(64)} `, 'ab (Ada) 2'])('takes %s', (text) => {
    expect(name(text)).toBeNull()
  })

  it('keeps names composed and without spaces around them', () => {
    expect(profileSchema.parse({ firstName: [' Zoe\u0301 '], lastName: ['Person'] })).toEqual({ firstName: 'Zoé', lastName: 'Person' })
  })

  it.each([
    ['nothing', '', 'required'],
    ['blanks', ' \t ', 'required'],
    ['joiners alone', '\u200D\u200B', 'required'],
    ['65 characters', 'x'.repeat(65), 'too_long'],
    ['a megabyte', 'x'.repeat(1_000_000), 'too_long'],
    ['two lines', 'Ada\nRossi', 'characters'],
    ['a turn of direction', 'Ada\u202Eissor', 'characters'],
    ['a NUL', 'Ada\u0000', 'characters'],
  ])('refuses %s', (_what, text, code) => {
    expect(name(text)).toEqual(['firstName', `errors.person_name_${code}`])
  })

  it('refuses a field that is missing, or that it does not know', () => {
    expect(problem(profileSchema, { lastName: ['Person'] })).toEqual(['firstName', 'errors.person_name_required'])
    expect(problem(profileSchema, { firstName: ['A'], lastName: ['B'], email: ['c@example.com'] })).not.toBeNull()
    expect(problem(noFieldsSchema, {})).toBeNull()
  })
})

const preferences = { locale: ['de'], timeZone: ['Europe/Berlin'], theme: ['dark'], securityNotices: ['on'] }

describe('preferencesSchema', () => {
  it('reads the check box from whether it was sent', () => {
    const { securityNotices, ...without } = preferences
    expect(preferencesSchema.parse({ ...without, securityNotices })).toEqual({ locale: 'de', timeZone: 'Europe/Berlin', theme: 'dark', securityNotices: true })
    expect(preferencesSchema.parse(without)).toMatchObject({ securityNotices: false })
  })

  it.each([
    ['locale', 'invalid_input', 'fr'],
    ['theme', 'invalid_input', 'sepia'],
    ['timeZone', 'time_zone_unknown', 'Mars/Olympus'],
    ['timeZone', 'time_zone_unknown', 'x'.repeat(1_000_000)],
    ['securityNotices', 'invalid_input', 'maybe'],
  ])('refuses a %s that there is not, as %s', (field, code, value) => {
    expect(problem(preferencesSchema, { ...preferences, [field]: [value] })).toEqual([field, `errors.${code}`])
  })
})

describe('changePasswordSchema', () => {
  it.each([
    [['currentPassword', 'errors.password_required'], '', 'x'],
    [['currentPassword', 'errors.wrong_password'], 'x'.repeat(1_025), 'x'],
    [['newPassword', 'errors.new_password_required'], 'x', ''],
    [['newPassword', 'errors.password_too_long'], 'x', 'x'.repeat(1_000_000)],
    [null, 'x', 'x'],
  ])('says %j', (expected, currentPassword, newPassword) => {
    expect(problem(changePasswordSchema, { currentPassword: [currentPassword], newPassword: [newPassword] })).toEqual(expected)
  })
})

describe('setupSchema', () => {
  const codeOf = (change: Record<string, string>) => {
    const parsed = setupSchema.safeParse({ organization: 'Example Labs', firstName: 'Ada', lastName: 'Rossi', email: 'ada@example.com', password: 'eight green lamps', ...change })
    return parsed.success ? 'done' : parsed.error.issues[0]?.message
  }

  it.each([
    [{}, 'done'],
    [{ organization: '  Ωmega & Söhne "GmbH"  ' }, 'done'],
    [{ organization: ' ' }, 'errors.organization_name_required'],
    [{ organization: '\u200D\u200B' }, 'errors.organization_name_required'],
    [{ organization: 'x'.repeat(101) }, 'errors.organization_name_too_long'],
    [{ firstName: 'a\u202eb' }, 'errors.person_name_characters'],
    [{ lastName: '' }, 'errors.person_name_required'],
    [{ email: 'ada' }, 'errors.email_malformed'],
    [{ email: `${'a'.repeat(250)}@example.com` }, 'errors.email_malformed'],
    [{ email: 'a@b@example.com' }, 'errors.email_malformed'],
    [{ email: '' }, 'errors.email_required'],
    [{ password: '' }, 'errors.new_password_required'],
  ])('%o: %s', (change, said) => {
    expect(codeOf(change)).toBe(said)
  })
})
