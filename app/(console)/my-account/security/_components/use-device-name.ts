import { useTranslations } from 'next-intl'
import type { OwnSession } from '@/lib/identity/queries/own-account'

/** Characters of a user agent that are shown where it says nothing that is known. */
const MAX_RAW = 60

/** "Firefox on Linux"; where only a part is known that part, where none is what the client called itself. */
export function useDeviceName(): (session: OwnSession) => string {
  const t = useTranslations('security')
  return ({ device: { browser, system }, userAgent }) => {
    if (browser && system) return t('device', { browser, system })
    return browser ?? system ?? userAgent?.slice(0, MAX_RAW) ?? t('unknownDevice')
  }
}
