import type { Locale } from '@/lib/identity/locales'

/** Each language by its own name, so that it is found by those who need it. */
export const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch', it: 'Italiano' }

/** A plain link, never prefetched: following it is what changes the language. */
export function localeHref(locale: Locale, path: string): string {
  return `/locale/${locale}?next=${encodeURIComponent(path)}`
}
