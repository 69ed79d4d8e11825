'use client'

import { Ellipsis, Pencil, RefreshCw, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { iconButtonClass } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import type { MenuGroup } from '@/components/ui/menu-entry'
import { fetchEditAhead, fetchRevokeAhead, useAsk, type Editable } from './acts-provider'
import { fetchRegenerateAhead, useAskRegenerate, type Regenerable } from '../regenerate/regenerate-provider'

type RowMenuProps = {
  editable: Editable
  /** Null while the token is deactivated. */
  regenerable: Regenerable | null
}

function fetchAhead() {
  fetchEditAhead()
  fetchRevokeAhead()
  fetchRegenerateAhead()
}

export function RowMenu({ editable, regenerable }: RowMenuProps) {
  const t = useTranslations()
  const ask = useAsk()
  const askRegenerate = useAskRegenerate()
  const { tokenId, name } = editable
  const edit = { id: 'edit', label: t('edit.action'), icon: <Pencil />, onSelect: () => ask({ kind: 'edit', token: editable }) }
  const regenerate = regenerable && { id: 'regenerate', label: t('list.regenerate'), icon: <RefreshCw />, onSelect: () => askRegenerate(regenerable) }
  const revoke = { id: 'revoke', label: t('revoke.action'), icon: <Trash2 />, danger: true, onSelect: () => ask({ kind: 'revoke', tokens: [{ tokenId, name }] }) }
  const groups: MenuGroup[] = [
    { id: 'keep', entries: regenerate ? [regenerate, edit] : [edit] },
    ...(regenerate ? [] : [{ id: 'why', label: t('list.notWhileDeactivated'), entries: [] }]),
    { id: 'end', entries: [revoke] },
  ]
  return <Menu label={t('list.actionsFor', { name })} triggerClass={iconButtonClass} trigger={<Ellipsis />} groups={groups} onNear={fetchAhead} />
}
