import { z } from 'zod'
import { usernameOf } from '../../access/access-token'
import { TOKEN_FIELDS, tokenShape } from '../../tokens/http/own-token-shape'
import type { GovernedToken } from '../governed-token'
import type { PersonName } from '../queries/find-person-names'
import type { TtlPolicy } from '../violation'

/** A token of anybody in the organization, as owners and administrators are told. */
export const GOVERNED_TOKEN_SHAPE = z
  .object({ ...TOKEN_FIELDS, userId: z.uuid(), username: z.string(), firstName: z.string(), lastName: z.string() })
  .meta({ id: 'GovernedApiToken' })

/** @param people who the users of the tokens are, by id */
export function governedTokenShape(token: GovernedToken, people: ReadonlyMap<string, PersonName>, policy: TtlPolicy): z.input<typeof GOVERNED_TOKEN_SHAPE> {
  const { id: userId, email, name } = token.user
  const { firstName, lastName } = people.get(userId) ?? { firstName: name, lastName: '' }
  return { ...tokenShape(token, policy), userId, username: usernameOf({ email }), firstName, lastName }
}
