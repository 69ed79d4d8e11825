'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { fetchRevokeAllAhead, useAsk } from '../list/acts-provider'

export function RevokeAllButton() {
  const t = useTranslations('revokeAll')
  const ask = useAsk()
  return (
    <Button
      size="small"
      look="quiet"
      className="hover:text-danger noscript:hidden"
      onPointerEnter={fetchRevokeAllAhead}
      onFocus={fetchRevokeAllAhead}
      onClick={() => ask({ kind: 'revokeAll' })}
    >
      {t('action')}
    </Button>
  )
}
