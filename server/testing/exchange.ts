import { handleAuthorize, handleLoggedInUser } from '@/lib/access/http'
import type { UserContext } from '@/lib/platform/context'
import { pool } from '@/lib/platform/db'
import { generateToken } from '@/lib/tokens/commands/generate-token'
import type { IssuedToken } from '@/lib/tokens/commands/issuing'
import { mendLives } from '@/lib/tokens/commands/mend-lives'
import type { GenerateToken } from '@/lib/tokens/schemas'
import { makePeer } from './people'
import { tokenForm } from './token-form'

const AUTHORIZE = 'http://127.0.0.1/csp/gateway/am/api/auth/api-tokens/authorize'

/** What a client is answered that posts to the exchange. */
export async function authorize(body: BodyInit | null, headers: Record<string, string> = {}, query = '') {
  const response = await handleAuthorize(new Request(AUTHORIZE + query, { method: 'POST', body, headers }), makePeer())
  const answer: Record<string, unknown> = await response.json()
  return { status: response.status, headers: response.headers, answer }
}

/** What a client is answered that asks whose access token it has. */
export async function loggedInUser(headers: Record<string, string>) {
  const response = await handleLoggedInUser(new Request('http://127.0.0.1/csp/gateway/am/api/loggedin/user', { headers }), makePeer())
  const answer: Record<string, unknown> = await response.json()
  return { status: response.status, answer }
}

/** The status of an exchange by a client at `address`. */
export async function exchangeFrom(address: string, apiToken: string): Promise<{ status: number }> {
  const request = new Request(AUTHORIZE, { method: 'POST', body: new URLSearchParams({ api_token: apiToken }) })
  const { status } = await handleAuthorize(request, makePeer(address))
  return { status }
}

/** Exchanges as most clients do. */
export const exchange = (apiToken: string) => authorize(new URLSearchParams({ api_token: apiToken }))

/** One more API token of `ctx`, for a day. */
export async function makeToken(ctx: UserContext, roles: GenerateToken['roles'] = ['org_member'], openId = false): Promise<IssuedToken> {
  return generateToken(ctx, tokenForm(ctx, { name: 'script', ttlValue: 1, ttlUnit: 'days', reminderDays: 0, roles, openId }))
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

/** Changes what a person is in their organization. */
export async function setMembership(ctx: UserContext, set: string): Promise<void> {
  await pool().query(`UPDATE membership SET ${set} WHERE org_id = $1 AND user_id = $2`, [ctx.orgId, ctx.userId])
}
