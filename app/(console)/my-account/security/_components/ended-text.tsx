'use client'

import { useTranslations } from 'next-intl'

export function EndedText({ count }: { count: number }) {
  return useTranslations('security')('ended', { count })
}
