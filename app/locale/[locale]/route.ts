import { redirect } from 'next/navigation'
import { saveLocale } from '@/lib/identity/commands/preferences'
import { isLocale } from '@/lib/identity/locales'
import { ownPath } from '@/lib/identity/own-path'
import { findUser } from '@/lib/platform/context'
import { setPreferenceCookie } from '@/lib/platform/locale'
import { isFollowedHere } from '@/lib/platform/request-rules'

/**
 * A link that chooses the language, so that it works before JavaScript, for guests too.
 * No other site's link chooses for anybody.
 */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (isLocale(locale) && isFollowedHere(request)) {
    await setPreferenceCookie('tw-locale', locale)
    const user = await findUser()
    if (user) await saveLocale(user, { locale })
  }
  redirect(ownPath(new URL(request.url).searchParams.get('next'), '/'))
}
