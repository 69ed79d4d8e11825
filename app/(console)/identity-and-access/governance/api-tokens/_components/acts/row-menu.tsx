'use client'

import { Ban, CircleCheck, Ellipsis, PanelRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { iconButtonClass } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import type { MenuGroup } from '@/components/ui/menu-entry'
import type { Actable } from './actable'
import { fetchActAhead, useAct, useMayAct } from './acts-provider'

/** @param details the address that shows the token's details */
export function RowMenu({ token, details }: { token: Actable; details: string }) {
  const t = useTranslations('acts')
  const act = useAct()
  const mayAct = useMayAct()
  const switching = token.deactivated
    ? { id: 'activate', label: t('activateMore'), icon: <CircleCheck />, onSelect: () => act('activate', [token]) }
    : { id: 'deactivate', label: t('deactivateMore'), icon: <Ban />, danger: true, onSelect: () => act('deactivate', [token]) }
  const groups: MenuGroup[] = [
    { id: 'look', entries: [{ id: 'details', label: t('details'), icon: <PanelRight />, page: details }] },
    ...(token.revoked ? [{ id: 'why', label: t('revokedStays'), entries: [] }] : []),
    ...(mayAct && !token.revoked ? [{ id: 'switch', entries: [switching] }] : []),
  ]
  return <Menu label={t('actionsFor', { name: token.name })} triggerClass={iconButtonClass} trigger={<Ellipsis />} groups={groups} onNear={fetchActAhead} />
}
