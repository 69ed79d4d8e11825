import { env } from '../platform/env'
import { log } from '../platform/log'
import type { Peer } from '../platform/peer'
import { publicKeys, signingPublicKey } from '../platform/signing-keys'
import { usernameOf } from './access-token'
import { exchangeApiToken } from './commands/exchange-api-token'
import { fieldsOfForm, fieldsOfJson, readExchangeRequest } from './exchange-request'
import { findTokenByAccessToken } from './queries'
import { errorEnvelope, Refusal, refusalBody, TooManyFailures } from './refusal'

/** Bytes of a request's body. A token and its fields fit many times over. */
const MAX_BODY = 16 * 1_024
/** Seconds that a client is asked to wait when the database cannot answer. */
const RETRY_AFTER = 2

const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' }

function json(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...NO_STORE, ...headers } })
}

function refuse(peer: Peer, statusCode: number, errorCode: string, message: string, headers: Record<string, string> = {}): Response {
  return json(statusCode, errorEnvelope({ errorCode, message, statusCode, requestId: peer.requestId }), headers)
}

class BodyTooLarge extends Error {}

/**
 * The text of a body, given up as soon as it is too large.
 *
 * @throws {Refusal} invalid_request where it is not UTF-8
 * @throws {BodyTooLarge}
 */
async function readBody(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length
    if (size > MAX_BODY) {
      await reader?.cancel()
      throw new BodyTooLarge()
    }
    chunks.push(read.value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Refusal('invalid_request')
  }
}

/** Fields from the body, or from the query string where the body is empty. */
async function readFields(request: Request): Promise<Map<string, string[]>> {
  const body = await readBody(request)
  if (body.trim() === '') return fieldsOfForm(new URL(request.url).searchParams)
  const isJson = request.headers.get('content-type')?.toLowerCase().startsWith('application/json') ?? false
  return isJson ? fieldsOfJson(body) : fieldsOfForm(new URLSearchParams(body))
}

/** Runs `handle`; what it throws becomes an answer in the envelope, never a stack trace and never a hang. */
async function answer(peer: Peer, handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle()
  } catch (error) {
    if (error instanceof Refusal) return json(400, refusalBody(error, peer.requestId))
    if (error instanceof BodyTooLarge) return refuse(peer, 413, 'body_too_large', `The body is larger than ${MAX_BODY} bytes`)
    if (error instanceof TooManyFailures) {
      const seconds = String(error.retryAfterSeconds)
      return refuse(peer, 429, 'too_many_failures', `Too many failed exchanges. Try again in ${seconds} s`, { 'retry-after': seconds })
    }
    log.error({ err: error, requestId: peer.requestId }, 'request could not be served')
    return refuse(peer, 503, 'unavailable', 'Try again in a moment', { 'retry-after': String(RETRY_AFTER) })
  }
}

/** `POST /csp/gateway/am/api/auth/api-tokens/authorize`: exchanges an API token for an access token. */
export async function handleAuthorize(request: Request, peer: Peer): Promise<Response> {
  return answer(peer, async () => {
    const fields = await readFields(request)
    return json(200, await exchangeApiToken(peer, readExchangeRequest(fields)))
  })
}

function bearerOf(headers: Headers): string | null {
  const own = headers.get('csp-auth-token')
  if (own) return own.trim()
  return /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
}

/** `GET …/am/api/loggedin/user`: whose access token this is, if it and its API token are alive. */
export async function handleLoggedInUser(request: Request, peer: Peer): Promise<Response> {
  return answer(peer, async () => {
    const bearer = bearerOf(request.headers)
    const found = bearer && (await findTokenByAccessToken(bearer))
    if (!found) {
      return refuse(peer, 401, 'unauthorized', 'The access token is missing or no longer valid', { 'www-authenticate': 'Bearer error="invalid_token"' })
    }
    const { orgId, user } = found.grant
    const refLink = '/csp/gateway/am/api/loggedin/user'
    return json(200, {
      userId: user.id,
      username: usernameOf(user),
      acct: user.email,
      email: user.email,
      emailVerified: user.emailVerified,
      firstName: user.firstName,
      lastName: user.lastName,
      state: 'ACTIVE',
      refLink,
      userProfile: { defaultOrgId: orgId, isFederated: false, language: user.locale, locale: user.locale },
    })
  })
}

const KEY_CACHING = { 'cache-control': 'public, max-age=60' }

/** `GET …/am/api/auth/keys`: how to verify access tokens, as a JWK set. */
export async function handleKeys(_request: Request, peer: Peer): Promise<Response> {
  return answer(peer, async () => Response.json({ keys: await publicKeys() }, { headers: KEY_CACHING }))
}

/** `GET …/am/api/auth/token-public-key`: the key that signs now as PEM, or `?format=jwks` the JWK set. */
export async function handleTokenPublicKey(request: Request, peer: Peer): Promise<Response> {
  if (new URL(request.url).searchParams.get('format') === 'jwks') return handleKeys(request, peer)
  return answer(peer, async () => {
    const { alg, pem } = await signingPublicKey()
    return Response.json({ alg, issuer: env().publicUrl, value: pem }, { headers: KEY_CACHING })
  })
}

/** Whatever else stands under `/csp/gateway`. */
export function handleUnknown(_request: Request, peer: Peer): Response {
  return refuse(peer, 404, 'not_found', 'There is nothing at this address')
}

/** A known address, asked with another method. */
export function handleWrongMethod(allowed: string): (request: Request, peer: Peer) => Promise<Response> {
  return async (_request, peer) => refuse(peer, 405, 'method_not_allowed', `Use ${allowed}`, { allow: allowed })
}
