'use client'

import { Ban, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import type { Actable } from './actable'
import { fetchActAhead, useAct, useMayAct } from './acts-provider'

/** Deactivate or activate one token, for its details and its alert. Of a revoked one it says why it can't be changed. */
export function ActButton({ token, size }: { token: Actable; size?: 'normal' | 'small' }) {
  const t = useTranslations('acts')
  const act = useAct()
  const mayAct = useMayAct()
  if (!mayAct) return null
  if (token.revoked) return <p className="text-muted">{t('revokedStays')}</p>
  const kind = token.deactivated ? 'activate' : 'deactivate'
  const said = (
    <>
      {token.deactivated ? <CircleCheck /> : <Ban />}
      {t(`${kind}More`)}
    </>
  )
  return (
    <>
      <Button size={size} className="noscript:hidden" onPointerEnter={fetchActAhead} onFocus={fetchActAhead} onClick={() => act(kind, [token])}>
        {said}
      </Button>
      <noscript>
        <a href={`${GOVERNANCE_PATH}/${token.tokenId}/switch`} className={buttonClass({ size })}>
          {said}
        </a>
      </noscript>
    </>
  )
}
