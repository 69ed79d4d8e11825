import { useFormatter, useTranslations } from 'next-intl'
import type { Total } from '@/lib/total'

/** Says a total as exactly as it is known: "1,284", "about 412,000", "more than 10,000". */
export function useTotalText(): (total: Total) => string {
  const t = useTranslations('paging')
  const format = useFormatter()
  return ({ count, precision }) => {
    if (precision === 'exact') return format.number(count)
    return t(precision === 'about' ? 'about' : 'moreThan', { count })
  }
}
