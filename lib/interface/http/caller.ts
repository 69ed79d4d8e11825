import { bearerOf } from '../../platform/bearer-secret'
import type { RecentUserContext } from '../../platform/context'
import type { Peer } from '../../platform/peer'
import { findCaller, type CallerFacts } from '../queries'
import { HttpRefusal } from './answering'

/** A person who calls by access token: one like any other to guards and commands. Only requireCaller makes one. */
export type Caller = CallerFacts

/** Programs of the console replaced send it under a header of its own. */
const accessTokenOf = (headers: Headers) => headers.get('csp-auth-token')?.trim() || bearerOf(headers)

/** An API token in place of an access token is what most first calls get wrong. */
function whatToDo(bearer: string | null): string {
  if (!bearer) return 'The access token is missing. Exchange an API token for one, and send it as csp-auth-token or as Authorization: Bearer'
  if (bearer.startsWith('tw_')) return 'This is an API token. Exchange it for an access token, and send that'
  return 'The access token is not valid, or no longer. Exchange the API token once more'
}

/**
 * Who calls, by the access token of the request. The console's session cookie counts for nothing here.
 *
 * @throws {HttpRefusal} 401 where it is missing, not ours, over, or its API token is
 * @see RFC 6750 §3
 */
export async function requireCaller(request: Request, peer: Peer): Promise<Caller> {
  const bearer = accessTokenOf(request.headers)
  const caller = bearer && (await findCaller(bearer, peer))
  if (!caller) {
    const challenge = bearer ? 'Bearer error="invalid_token"' : 'Bearer'
    throw new HttpRefusal(401, 'unauthorized', whatToDo(bearer), { 'www-authenticate': challenge })
  }
  return caller
}

/**
 * For what the console asks a fresh sign-in for and the interface opens to access tokens: one lives half an hour at
 * most, was made for the role that is needed, and dies with its API token.
 */
export function asRecent<Context extends Caller>(ctx: Context): Context & RecentUserContext {
  return { ...ctx, signedInRecently: true } as Context & RecentUserContext
}
