'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useReducer, useRef, useState } from 'react'
import { fileNameFor } from '@/components/secret/keep'
import { KeepActs } from '@/components/secret/keep-acts'
import { afterAct, isKept, NOT_KEPT } from '@/components/secret/keeping'
import { LeaveFoot } from '@/components/secret/leave-foot'
import { Masked } from '@/components/secret/masked'
import { useGuardedLeaving } from '@/components/secret/use-guarded-leaving'
import { Banner } from '@/components/ui/banner'
import { Dialog } from '@/components/ui/dialog'
import type { Issued } from './issued'

/** Characters at the end of a client secret that are secret: its prefix tells what it is. */
const SECRET_LENGTH = 43

/** The one showing of a client secret. Leaving before it was kept asks once. */
export function SecretDialog({ issued: { kind, clientId, clientSecret }, onForget }: { issued: Issued; onForget: () => void }) {
  const t = useTranslations('services')
  const labelId = useId()
  const copyButton = useRef<HTMLButtonElement>(null)
  const [keeping, act] = useReducer(afterAct, NOT_KEPT)
  const [wantsToLeave, setWantsToLeave] = useState(false)
  const kept = isKept(keeping)
  const ask = () => setWantsToLeave(true)
  const close = useGuardedLeaving({ settled: true, kept, forget: onForget, ask })
  const leave = kept ? close : ask
  const file = fileNameFor(clientId)
  function stay() {
    setWantsToLeave(false)
    copyButton.current?.focus()
  }
  return (
    <Dialog
      open
      wide
      onLeave={leave}
      title={t('shownTitle', { kind })}
      lead={t.rich('shownLead', { id: () => <code className="text-ink">{clientId}</code> })}
      footer={<LeaveFoot asking={wantsToLeave && !kept} texts={{ notKept: t('notKept'), lost: t('lost'), goBack: t('goBack') }} onLeave={leave} onClose={close} onStay={stay} />}
    >
      <Banner tone="warn" icon={TriangleAlert}>
        {t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      </Banner>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <span id={labelId} className="font-label">
          {t('secretHeading')}
        </span>
        <Masked
          labelledBy={labelId}
          text={clientSecret}
          secret={SECRET_LENGTH}
          labels={{ show: t('show'), hide: t('hide'), hidden: t('hidden', { count: SECRET_LENGTH }) }}
        />
        <KeepActs
          text={clientSecret}
          file={file}
          heading={`${clientId} · ${t('secretHeading')}`}
          labels={{ copy: t('copy'), download: t('download'), print: t('print') }}
          said={keeping.said ? t(keeping.said, { file }) : null}
          copyButton={copyButton}
          onAct={(done) => {
            act(done)
            if (done === 'copied' || done === 'downloaded') setWantsToLeave(false)
          }}
        />
      </div>
    </Dialog>
  )
}
