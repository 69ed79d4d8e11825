import { getRequestConfig } from 'next-intl/server'
import { findUser } from '@/lib/platform/context'
import { resolveLocale } from '@/lib/platform/locale'
import { formats, formattingLocale } from './formats'

const catalogues = {
  en: () => import('../messages/en.json'),
  de: () => import('../messages/de.json'),
  it: () => import('../messages/it.json'),
}

/** The reader's language and time zone, decided once per request. */
export default getRequestConfig(async () => {
  const [locale, user] = await Promise.all([resolveLocale(), findUser()])
  const messages = await catalogues[locale]()
  return {
    locale: formattingLocale[locale],
    messages: messages.default,
    timeZone: user?.timeZone ?? 'UTC',
    formats,
  }
})
