import { cookies, headers } from 'next/headers'
import { isLocale, isTheme, preferredLocale, type Locale, type Theme } from '../identity/locales'
import { findUser } from './context'

/** A year, in seconds. */
const PREFERENCE_SECONDS = 365 * 24 * 60 * 60

/** The language of this request: the cookie's, else the signed-in person's, else the browser's. */
export async function resolveLocale(): Promise<Locale> {
  const chosen = (await cookies()).get('tw-locale')?.value
  if (isLocale(chosen)) return chosen
  const user = await findUser()
  return user?.locale ?? preferredLocale((await headers()).get('accept-language'))
}

/** The theme of this request: the cookie's, else the signed-in person's, else the system's. */
export async function resolveTheme(): Promise<Theme> {
  const chosen = (await cookies()).get('tw-theme')?.value
  if (isTheme(chosen)) return chosen
  return (await findUser())?.theme ?? 'system'
}

/** Remembers a choice in the browser, for guests and until the next sign-in elsewhere. */
export async function setPreferenceCookie(name: 'tw-locale' | 'tw-theme', value: Locale | Theme): Promise<void> {
  ;(await cookies()).set(name, value, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: PREFERENCE_SECONDS })
}
