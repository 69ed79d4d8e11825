import { z } from 'zod'
import { domainOf, usernameOf } from '../../access/access-token'
import type { Caller } from '../../interface/http/caller'
import { callerEndpoint } from '../../interface/http/endpoint'
import { ACCOUNTS } from './links'

const CLAIMS = z
  .object({
    acct: z.string(),
    context: z.uuid().meta({ description: 'The organization' }),
    context_name: z.uuid(),
    domain: z.string(),
    email: z.string(),
    email_verified: z.boolean(),
    family_name: z.string(),
    given_name: z.string(),
    group_ids: z.array(z.string()).meta({ description: 'Always empty: there are no groups' }),
    group_names: z.array(z.string()),
    sub: z.uuid(),
    username: z.string(),
  })
  .meta({ id: 'UserInfoClaims' })

/** The claims of an ID token, for whoever has an access token: nothing that `loggedin/user` would not tell them, too. */
async function claimsOf({ userId, orgId, email, emailVerified, firstName, lastName }: Caller): Promise<z.infer<typeof CLAIMS>> {
  return {
    acct: email,
    context: orgId,
    context_name: orgId,
    domain: domainOf({ email }),
    email,
    email_verified: emailVerified,
    family_name: lastName,
    given_name: firstName,
    group_ids: [],
    group_names: [],
    sub: userId,
    username: usernameOf({ email }),
  }
}

const ABOUT = { path: `${ACCOUNTS}/userinfo`, tag: 'User', answer: CLAIMS, run: claimsOf } as const

export const findUserInfo = callerEndpoint({ ...ABOUT, method: 'GET', operation: 'findUserInfo', summary: 'Claims about whose access token this is' })

/** @see OpenID Connect Core 1.0 §5.3.1: the endpoint answers GET and POST alike */
export const postUserInfo = callerEndpoint({ ...ABOUT, method: 'POST', operation: 'postUserInfo', summary: 'The same, as OpenID Connect lets clients ask, too' })
