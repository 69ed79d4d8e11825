import { redirect } from 'next/navigation'
import { saveTheme } from '@/lib/identity/commands/preferences'
import { isTheme } from '@/lib/identity/locales'
import { ownPath } from '@/lib/identity/own-path'
import { findUser } from '@/lib/platform/context'
import { setPreferenceCookie } from '@/lib/platform/locale'
import { isFollowedHere } from '@/lib/platform/request-rules'

/**
 * A link that chooses the theme, so that it works before JavaScript, for guests too.
 * No other site's link chooses for anybody.
 */
export async function GET(request: Request, { params }: { params: Promise<{ theme: string }> }) {
  const { theme } = await params
  if (isTheme(theme) && isFollowedHere(request)) {
    await setPreferenceCookie('tw-theme', theme)
    const user = await findUser()
    if (user) await saveTheme(user, { theme })
  }
  redirect(ownPath(new URL(request.url).searchParams.get('next'), '/'))
}
