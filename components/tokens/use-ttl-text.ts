import { useTranslations } from 'next-intl'
import type { Ttl } from '@/lib/time'

/** "6 months", in the reader's language. */
export function useTtlText(): (ttl: Ttl) => string {
  const t = useTranslations('ttl')
  return ({ value, unit }) => t(unit, { value })
}
