import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from './env'

/** Seconds. A session ends this long after sign-in, whatever happens. */
export const SESSION_SECONDS = 12 * 60 * 60

function isTls(): boolean {
  return env().publicUrl.startsWith('https:')
}

/** next-auth would choose another prefix; `__Host-` ties the cookie to this very host. */
export function sessionCookie() {
  const secure = isTls()
  return {
    name: secure ? '__Host-tw-session' : 'tw-session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const
}

/** Gives the browser a cookie that names the session. The row behind it decides; the cookie only points. */
export async function setSessionCookie(session: { userId: string; sessionId: string }): Promise<void> {
  const { name, options } = sessionCookie()
  const token = await encode({
    token: { sub: session.userId, sid: session.sessionId },
    secret: env().nextauthSecret,
    maxAge: SESSION_SECONDS,
  })
  ;(await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS })
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/** The session that the request's cookie names; null where there is none or it is not ours. */
export async function readSessionCookie(): Promise<{ userId: string; sessionId: string } | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  const claims = await decode({ token, secret: env().nextauthSecret }).catch(() => null)
  const sessionId = claims?.['sid']
  if (!claims?.sub || typeof sessionId !== 'string') return null
  return { userId: claims.sub, sessionId }
}
