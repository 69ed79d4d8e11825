import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { NextRequest } from 'next/server'
import { headers } from 'next/headers'
import { DomainError } from '../../errors'
import { findUser } from '../../platform/context'
import { env } from '../../platform/env'
import { log } from '../../platform/log'
import { peerFrom } from '../../platform/peer'
import { SESSION_SECONDS, sessionCookie } from '../../platform/session-cookie'
import { signIn } from '../commands/sign-in'
import { signOut } from '../commands/sign-out'
import { fullName } from '../full-name'
import { signInSchema } from '../schemas'

/** Who has signed in, as next-auth passes it on from `authorize` to the cookie's claims. */
type SignedIn = { id: string; sessionId: string }

async function authorize(credentials: Record<'email' | 'password', string> | undefined): Promise<SignedIn | null> {
  const input = signInSchema.safeParse(credentials)
  if (!input.success) return null
  try {
    const session = await signIn(peerFrom(await headers()), input.data)
    return { id: session.userId, sessionId: session.sessionId }
  } catch (error) {
    if (error instanceof DomainError) return null
    // next-auth puts the message of what is thrown into an address: nothing of the cause may be in it.
    log.error({ err: error }, 'sign-in failed')
    throw new Error('unavailable', { cause: error })
  }
}

/** next-auth's own logger prints what clients send, passwords and line breaks included: only its codes are kept. */
const LOGGER: NonNullable<NextAuthOptions['logger']> = {
  error: (code) => log.warn({ code }, 'next-auth'),
  warn: (code) => log.warn({ code }, 'next-auth'),
  debug: () => undefined,
}

/** What of next-auth is served; its other pages and its log intake are not. */
const SERVED = new Set(['csrf', 'session', 'providers', 'signin', 'signout', 'callback', 'error'])

function isServed(request: NextRequest, name: string | undefined): boolean {
  const type = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded'
  return SERVED.has(name ?? '') && (request.method === 'GET' || type.toLowerCase().startsWith('application/x-www-form-urlencoded'))
}

/** next-auth's cookie is a pointer: `sid` names the row that decides. */
function options(): NextAuthOptions {
  return {
    secret: env().nextauthSecret,
    logger: LOGGER,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    cookies: { sessionToken: sessionCookie() },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials) => authorize(credentials),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && 'sessionId' in user ? { sub: user.id, sid: user.sessionId } : token),
      async session({ session }) {
        const user = await findUser()
        return user
          ? { expires: session.expires, user: { name: fullName(user), email: user.email } }
          : { expires: session.expires }
      },
    },
    events: {
      async signOut() {
        const user = await findUser()
        if (user) await signOut(user)
      },
    },
  }
}

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own addresses. What it throws at malformed input becomes a 400, never a 500. */
export async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { nextauth } = await context.params
    if (!isServed(request, nextauth[0])) return Response.json({ error: 'not_found' }, { status: 404 })
    const response: unknown = await NextAuth(request, context, options())
    if (!(response instanceof Response)) throw new TypeError('next-auth gave no answer')
    return response.status >= 500 ? Response.json({ error: 'invalid_request' }, { status: 400 }) : response
  } catch (error) {
    // Only the name: the message may quote what was sent.
    log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'sign-in request could not be read')
    return Response.json({ error: 'invalid_request' }, { status: 400 })
  }
}
