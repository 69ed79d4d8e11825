import { z } from 'zod'
import { usernameOf } from '../../access/access-token'
import type { PersonFacts } from '../queries/members'

export const PROFILE = z
  .object({ defaultOrgId: z.uuid(), isFederated: z.boolean(), language: z.string(), locale: z.string() })
  .meta({ id: 'UserProfile' })

/** A person as clients of the console replaced read one; strictly typed ones fail where a type differs. */
export const USER = z
  .object({
    userId: z.uuid(),
    username: z.string().meta({ description: 'The part of the e-mail address before the at sign' }),
    acct: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    firstName: z.string(),
    lastName: z.string(),
    state: z.enum(['ACTIVE', 'SUSPENDED']),
    refLink: z.string(),
    userProfile: PROFILE,
  })
  .meta({ id: 'User' })

/** A person seen from one organization. Which others they belong to is nobody's business there. */
type SeenUser = PersonFacts & { orgId: string }

/** The profile as seen from one organization, which is the default one there. */
export function profileShape({ orgId, locale }: Pick<SeenUser, 'orgId' | 'locale'>): z.infer<typeof PROFILE> {
  return { defaultOrgId: orgId, isFederated: false, language: locale, locale }
}

/** @param refLink the address at which the same is told again */
export function userShape(user: SeenUser, refLink: string): z.infer<typeof USER> {
  const { userId, email, emailVerified, firstName, lastName, suspended } = user
  return {
    userId,
    username: usernameOf({ email }),
    acct: email,
    email,
    emailVerified,
    firstName,
    lastName,
    state: suspended ? 'SUSPENDED' : 'ACTIVE',
    refLink,
    userProfile: profileShape(user),
  }
}
