'use client'

import { Ellipsis, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { iconButtonClass } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { fetchRevokeAhead, useAskRevoke } from './revoke-provider'

export function RowMenu({ tokenId, name }: { tokenId: string; name: string }) {
  const t = useTranslations()
  const askRevoke = useAskRevoke()
  const revoke = { id: 'revoke', label: t('revoke.action'), icon: <Trash2 />, danger: true, onSelect: () => askRevoke({ tokenId, name }) }
  return (
    <Menu
      label={t('list.actionsFor', { name })}
      triggerClass={iconButtonClass}
      trigger={<Ellipsis />}
      groups={[{ id: 'acts', entries: [revoke] }]}
      onNear={fetchRevokeAhead}
    />
  )
}
