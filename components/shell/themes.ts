import type { Theme } from '@/lib/identity/locales'

/** A plain link, never prefetched: following it is what changes the theme. */
export function themeHref(theme: Theme, path: string): string {
  return `/theme/${theme}?next=${encodeURIComponent(path)}`
}
