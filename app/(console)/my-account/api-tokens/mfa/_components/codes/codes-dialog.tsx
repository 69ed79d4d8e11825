'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useReducer, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Dialog } from '@/components/ui/dialog'
import { KeepActs } from '@/components/secret/keep-acts'
import { afterAct, isKept, NOT_KEPT } from '@/components/secret/keeping'
import { LeaveFoot } from '@/components/secret/leave-foot'
import { useGuardedLeaving } from '@/components/secret/use-guarded-leaving'
import { DEVICE_TITLE_ID } from '../device-title'
import { CodeList } from './code-list'
import type { RecoveryCodes } from './recovery-codes'

/** The one showing of recovery codes. Leaving before they were kept asks once. */
export function CodesDialog({ codes: { kind, codes }, onForget }: { codes: RecoveryCodes; onForget: () => void }) {
  const t = useTranslations('mfa')
  const copyButton = useRef<HTMLButtonElement>(null)
  const [keeping, act] = useReducer(afterAct, NOT_KEPT)
  const [wantsToLeave, setWantsToLeave] = useState(false)
  const kept = isKept(keeping)
  const ask = () => setWantsToLeave(true)
  const close = useGuardedLeaving({ settled: true, kept, forget: onForget, ask })
  const leave = kept ? close : ask
  const file = `${t('fileName')}.txt`
  function stay() {
    setWantsToLeave(false)
    copyButton.current?.focus()
  }
  return (
    <Dialog
      open
      onLeave={leave}
      title={t('codesTitle')}
      lead={t('codesLead', { kind })}
      finalFocus={() => document.getElementById(DEVICE_TITLE_ID)}
      footer={<LeaveFoot asking={wantsToLeave && !kept} texts={{ notKept: t('notKept'), lost: t('lost'), goBack: t('goBack') }} onLeave={leave} onClose={close} onStay={stay} />}
    >
      <Banner tone="warn" icon={TriangleAlert}>
        {t.rich('codesWarning', { b: (text) => <strong>{text}</strong> })}
      </Banner>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <CodeList codes={codes} label={t('recovery')} />
        <KeepActs
          text={codes.join('\n')}
          file={file}
          heading={`Tokenward · ${t('recovery')}`}
          labels={{ copy: t('copyCodes'), download: t('download'), print: t('print') }}
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
