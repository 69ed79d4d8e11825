import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { NextRequest } from 'next/server'
import { headers } from 'next/headers'
import { DomainError } from '../errors'
import { findUser } from '../platform/context'
import { env } from '../platform/env'
import { log } from '../platform/log'
import { peerFrom } from '../platform/peer'
import { SESSION_SECONDS, sessionCookie } from '../platform/session-cookie'
import { signIn, signOut } from './commands'
import { signInSchema } from './schemas'

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
    throw error
  }
}

/** next-auth's cookie is a pointer: `sid` names the row that decides. */
function options(): NextAuthOptions {
  return {
    secret: env().nextauthSecret,
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
          ? { expires: session.expires, user: { name: `${user.firstName} ${user.lastName}`, email: user.email } }
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
    const response: unknown = await NextAuth(request, context, options())
    if (!(response instanceof Response)) throw new TypeError('next-auth gave no answer')
    return response.status >= 500 ? Response.json({ error: 'invalid_request' }, { status: 400 }) : response
  } catch (error) {
    log.warn({ err: error }, 'sign-in request could not be read')
    return Response.json({ error: 'invalid_request' }, { status: 400 })
  }
}
