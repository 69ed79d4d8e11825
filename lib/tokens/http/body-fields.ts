import { DomainError } from '../../errors'

const NAMES: Readonly<Record<string, string>> = { roles: 'allowedScopes', reminderDays: 'notifyBeforeExpiry' }
const OF_LIFE: readonly (string | undefined)[] = ['ttl', 'ttlValue', 'ttlUnit']

/**
 * Does `change`, and leads what it refuses to the field of the request that it is about: commands name those of the
 * console's forms.
 *
 * @param body what was sent, for which of the two ways it says a life in
 */
export async function namingFields<Result>(body: { ttlValue?: unknown }, change: () => Promise<Result>): Promise<Result> {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof DomainError) || error.field === undefined) throw error
    const life = body.ttlValue === undefined ? 'refreshTokenTTL' : 'ttlValue'
    throw new DomainError(error.code, OF_LIFE.includes(error.field) ? life : (NAMES[error.field] ?? error.field))
  }
}
