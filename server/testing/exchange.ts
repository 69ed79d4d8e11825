import type { UserContext } from '@/lib/platform/context'
import { pool } from '@/lib/platform/db'
import { generateToken } from '@/lib/tokens/commands/generate-token'
import type { IssuedToken } from '@/lib/tokens/commands/issuing'
import { mendLives } from '@/lib/tokens/commands/mend-lives'
import type { GenerateToken } from '@/lib/tokens/schemas'
import { askInterface } from './ask-interface'
import { makePeer } from './people'
import { tokenForm } from './token-form'

const AUTHORIZE = '/csp/gateway/am/api/auth/api-tokens/authorize'

/** What a client is answered that posts to the exchange. */
export const authorize = (body: BodyInit | null, headers: Record<string, string> = {}, query = '') => askInterface('POST', AUTHORIZE + query, { body, headers })

/** What a client is answered that asks whose access token it has. */
export const loggedInUser = (headers: Record<string, string>) => askInterface('GET', '/csp/gateway/am/api/loggedin/user', { headers })

/** The status of an exchange by a client at `address`. */
export async function exchangeFrom(address: string, apiToken: string): Promise<{ status: number }> {
  const { status } = await askInterface('POST', AUTHORIZE, { body: new URLSearchParams({ api_token: apiToken }), peer: makePeer(address) })
  return { status }
}

/** Exchanges with a passcode. */
export const exchangeWith = (apiToken: string, passcode: string, more: Record<string, string> = {}) =>
  authorize(new URLSearchParams({ api_token: apiToken, passcode, ...more }))

/** Exchanges as most clients do. */
export const exchange = (apiToken: string) => authorize(new URLSearchParams({ api_token: apiToken }))

/** One more API token of `ctx`, for a day. */
export async function makeToken(ctx: UserContext, roles: GenerateToken['roles'] = ['org_member'], openId = false): Promise<IssuedToken> {
  return generateToken(ctx, tokenForm(ctx, { name: 'script', ttlValue: 1, ttlUnit: 'days', reminderDays: 0, roles, openId }))
}

/** An access token of `ctx` for some of their roles, got by a new API token. */
export async function makeAccessToken(ctx: UserContext, roles: GenerateToken['roles'] = ['org_member'], openId = false): Promise<string> {
  const { apiToken } = await makeToken(ctx, roles, openId)
  return String((await exchange(apiToken)).answer['access_token'])
}

/** Brings a token into a state that no command leads to yet, or that takes days. */
export async function setToken(ctx: UserContext, tokenId: string, set: string): Promise<void> {
  await pool().query(`UPDATE api_token SET ${set} WHERE org_id = $1 AND id = $2`, [ctx.orgId, tokenId])
  await mendLives(ctx.orgId)
}

/** The same of how it lived. */
export async function setLife(ctx: UserContext, tokenId: string, set: string): Promise<void> {
  await pool().query(`UPDATE token_life SET ${set} WHERE org_id = $1 AND id = $2`, [ctx.orgId, tokenId])
}

/** What deactivation sets, for setToken. */
export const DEACTIVATE = `deactivated_at = now(), deactivated_by = user_id, deactivation_reason = 'other', generation = generation + 1`
/** What undoes it. */
export const ACTIVATE = `deactivated_at = NULL, deactivated_by = NULL, deactivation_reason = NULL`

/** Changes what a person is in their organization. */
export async function setMembership(ctx: UserContext, set: string): Promise<void> {
  await pool().query(`UPDATE membership SET ${set} WHERE org_id = $1 AND user_id = $2`, [ctx.orgId, ctx.userId])
}
