'use client'

import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useReducer, useRef, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Dialog } from '@/components/ui/dialog'
import { ExchangeCommand } from './exchange-command'
import { afterAct, isKept, NOT_KEPT } from './keeping'
import { LeaveFoot } from './leave-foot'
import { Secret } from './secret'
import type { Generated } from './use-generate-form'
import { useGuardedLeaving } from './use-guarded-leaving'

type TokenGeneratedProps = { generated: Generated; scopes: string[]; publicUrl: string; onForget: () => void }

/**
 * The one showing of a secret. It is in this dialog's props and nowhere else: a reload, Back or a page
 * that the browser keeps in memory finds it gone. Leaving before it was kept asks once.
 */
export function TokenGenerated({ generated, scopes, publicUrl, onForget }: TokenGeneratedProps) {
  const t = useTranslations('generated')
  const format = useFormatter()
  const router = useRouter()
  const copyButton = useRef<HTMLButtonElement>(null)
  const [keeping, act] = useReducer(afterAct, NOT_KEPT)
  const [wantsToLeave, setWantsToLeave] = useState(false)
  const kept = isKept(keeping)

  function close() {
    onForget()
    // The dialog's own entry in the history gives way, for Back to find the form and not the form twice.
    router.replace('/my-account/api-tokens')
  }
  function stay() {
    setWantsToLeave(false)
    copyButton.current?.focus()
  }
  const ask = () => setWantsToLeave(true)
  const leave = kept ? close : ask
  useGuardedLeaving({ kept, forget: onForget, ask, close })
  const expiry = generated.expiresAt ? t('expires', { date: format.dateTime(new Date(generated.expiresAt), 'day') }) : t('neverExpires')
  return (
    <Dialog
      open
      wide
      onLeave={leave}
      title={t('title')}
      lead={
        <>
          <strong className="text-ink">{generated.name}</strong>
          {[...(scopes.length > 0 ? [scopes.join(', ')] : []), expiry].map((fact) => ` · ${fact}`)}
        </>
      }
      footer={<LeaveFoot asking={wantsToLeave && !kept} onLeave={leave} onClose={close} onStay={stay} />}
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
      <ExchangeCommand publicUrl={publicUrl} onCopied={() => act('overwritten')} />
    </Dialog>
  )
}
