'use client'

import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useReducer, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Dialog } from '@/components/ui/dialog'
import { FirstExchange } from './first-exchange'
import { afterAct, isKept, NOT_KEPT } from '@/components/secret/keeping'
import { LeaveFoot } from '@/components/secret/leave-foot'
import { LIST_ID } from '../list/list-id'
import { Secret } from './secret'
import type { TokenGeneratedProps } from './token-generated-provider'
import { useGuardedLeaving } from '@/components/secret/use-guarded-leaving'

/** The one showing of a secret. Leaving before it was kept asks once. */
export function TokenGenerated({ generated, publicUrl, need, organization, overList, onForget }: TokenGeneratedProps) {
  const t = useTranslations('generated')
  const format = useFormatter()
  const copyButton = useRef<HTMLButtonElement>(null)
  const [keeping, act] = useReducer(afterAct, NOT_KEPT)
  const [wantsToLeave, setWantsToLeave] = useState(false)
  const kept = isKept(keeping)

  function stay() {
    setWantsToLeave(false)
    copyButton.current?.focus()
  }
  const ask = () => setWantsToLeave(true)
  const close = useGuardedLeaving({ settled: overList, kept, forget: onForget, ask })
  const leave = kept ? close : ask
  const expiry = generated.expiresAt ? t('expires', { date: format.dateTime(new Date(generated.expiresAt), 'day') }) : t('neverExpires')
  return (
    <Dialog
      open
      wide
      onLeave={leave}
      title={t('title')}
      finalFocus={() => document.getElementById(LIST_ID)}
      lead={
        <>
          <strong className="text-ink">{generated.name}</strong>
          {[...(generated.scopes.length > 0 ? [generated.scopes.join(', ')] : []), expiry].map((fact) => ` · ${fact}`)}
        </>
      }
      footer={<LeaveFoot asking={wantsToLeave && !kept} texts={{ notKept: t('notKept'), lost: t('lost'), goBack: t('goBack') }} onLeave={leave} onClose={close} onStay={stay} />}
    >
      <Banner tone="warn" icon={TriangleAlert}>
        {t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      </Banner>
      <Secret
        name={generated.name}
        apiToken={generated.apiToken}
        said={keeping.said}
        copyButton={copyButton}
        onAct={(done) => {
          act(done)
          if (done === 'copied' || done === 'downloaded') setWantsToLeave(false)
        }}
      />
      <FirstExchange publicUrl={publicUrl} need={need} organization={organization} onCopied={() => act('overwritten')} />
    </Dialog>
  )
}
