import { z } from 'zod'

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
    userProfile: z.object({ defaultOrgId: z.uuid(), isFederated: z.boolean(), language: z.string(), locale: z.string() }),
  })
  .meta({ id: 'User' })

export type UserShape = z.infer<typeof USER>
