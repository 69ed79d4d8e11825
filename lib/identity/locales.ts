export const LOCALES = ['en', 'de', 'it'] as const
export type Locale = (typeof LOCALES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const DEFAULT_LOCALE: Locale = 'en'

export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

export function isTheme(text: unknown): text is Theme {
  return THEMES.some((theme) => theme === text)
}

/**
 * The language that an `Accept-Language` header prefers among those there are.
 *
 * Only the primary subtag counts: `de-AT` is German here.
 *
 * @see RFC 9110 §12.5.4
 */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '').slice(0, 1_000).split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.trim().split(';')
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
    return { language: tag.toLowerCase().split('-')[0], weight: quality === undefined ? 1 : Number(quality) }
  })
  const ranked = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  return ranked.map(({ language }) => language).find(isLocale) ?? DEFAULT_LOCALE
}
