'use client'

import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Dialog } from '@/components/ui/dialog'
import { ExchangeCommand } from './exchange-command'
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
  const [kept, setKept] = useState(false)
  const [asking, setAsking] = useState(false)
  useGuardedLeaving(kept, onForget)

  function close() {
    onForget()
    router.push('/my-account/api-tokens')
  }
  const leave = () => (kept ? close() : setAsking(true))
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
      footer={<LeaveFoot asking={asking} onLeave={leave} onClose={close} onStay={() => setAsking(false)} />}
    >
      <Banner tone="warn" icon={TriangleAlert}>
        {t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      </Banner>
      <Secret
        name={generated.name}
        apiToken={generated.apiToken}
        onKept={() => {
          setKept(true)
          setAsking(false)
        }}
      />
      <ExchangeCommand publicUrl={publicUrl} />
    </Dialog>
  )
}
