import { useFormatter, useTranslations } from 'next-intl'
import { partsOfTtl, type Ttl } from '@/lib/time'

/** "6 months", or "1 minute and 30 seconds" where it was asked for in seconds; in the reader's language. */
export function useTtlText(): (ttl: Ttl) => string {
  const t = useTranslations('ttl')
  const format = useFormatter()
  return (ttl) => format.list(partsOfTtl(ttl).map(({ value, unit }) => t(unit, { value })), { type: 'conjunction' })
}
