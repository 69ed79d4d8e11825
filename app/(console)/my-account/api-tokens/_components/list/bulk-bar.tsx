'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSelection } from '@/components/tokens/selection'
import { SelectionBar } from '@/components/tokens/selection-bar'
import { Button } from '@/components/ui/button'
import { fetchRevokeAhead, useAsk } from './acts-provider'

/** The bar of the list; while tokens are selected, what can be done with them stands in its place. */
export function BulkBar({ children }: { children: React.ReactNode }) {
  const t = useTranslations()
  const ask = useAsk()
  const { tokens, selected, set } = useSelection()
  const every = tokens.map(({ tokenId }) => tokenId)
  const acts = (
    <>
      <Button
        size="small"
        look="danger-quiet"
        onPointerEnter={fetchRevokeAhead}
        onFocus={fetchRevokeAhead}
        onClick={() => ask({ kind: 'revoke', tokens: selected })}
      >
        <Trash2 />
        {t('revoke.action')}
      </Button>
      {selected.length < tokens.length ? (
        <Button size="small" look="quiet" onClick={() => set(every, true)}>
          {t('selection.every', { count: tokens.length })}
        </Button>
      ) : null}
      <Button size="small" look="quiet" onClick={() => set(every, false)}>
        {t('selection.clear')}
      </Button>
    </>
  )
  return (
    <SelectionBar count={selected.length > 0 ? t('selection.count', { count: selected.length }) : null} acts={acts}>
      {children}
    </SelectionBar>
  )
}
