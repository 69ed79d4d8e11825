import { cookies } from 'next/headers'
import { env } from './env'

/** Seconds in which the form wants to be filled in; the link can be opened again. */
const LIFE = 60 * 60
const NAME = 'tw-setup'

const options = () => ({ httpOnly: true, sameSite: 'lax', path: '/setup', secure: env().publicUrl.startsWith('https:') }) as const

/** Keeps the secret of an opened setup link, so that it leaves the address and the browser's history. */
export async function keepSetupSecret(secret: string): Promise<void> {
  ;(await cookies()).set(NAME, secret, { ...options(), maxAge: LIFE })
}

export async function readSetupSecret(): Promise<string | null> {
  return (await cookies()).get(NAME)?.value ?? null
}

export async function forgetSetupSecret(): Promise<void> {
  ;(await cookies()).set(NAME, '', { ...options(), maxAge: 0 })
}
