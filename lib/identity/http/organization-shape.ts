import { z } from 'zod'
import { organizationLink } from './links'

/** An organization as clients of the console replaced read one. */
export const ORGANIZATION = z
  .object({
    id: z.uuid(),
    name: z.string(),
    displayName: z.string(),
    refLink: z.string(),
    parentRefLink: z.string().meta({ description: 'Always empty: organizations stand side by side' }),
    language: z.string(),
    locale: z.string(),
    isMfaRequired: z.boolean().meta({ description: 'To sign in to the console' }),
    enforceUserApiTokenMfa: z.boolean().meta({ description: 'To exchange an API token' }),
    metadata: z.object({}),
  })
  .meta({ id: 'Organization' })

export type SeenOrganization = { id: string; name: string; mfaEnforced: boolean }

/** An organization with what there is not here (a parent, a language, MFA at sign-in) as clients expect it where there is none. */
export function organizationShape({ id, name, mfaEnforced }: SeenOrganization): z.infer<typeof ORGANIZATION> {
  return {
    id,
    name,
    displayName: name,
    refLink: organizationLink(id),
    parentRefLink: '',
    language: 'en',
    locale: 'en',
    isMfaRequired: false,
    enforceUserApiTokenMfa: mfaEnforced,
    metadata: {},
  }
}
