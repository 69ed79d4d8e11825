'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { Button, ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Ttl } from '@/lib/time'
import type { Issued } from '@/lib/tokens/token-ttl'
import { LIST_PATH } from '../list/list-address'
import { LIST_ID } from '../list/list-id'
import type { RegenerateFlowProps } from './regenerate-provider'
import { RegenerateTtl } from './regenerate-ttl'
import { useRegenerate } from './use-regenerate'

const b = (text: React.ReactNode) => <strong>{text}</strong>
const m = (text: React.ReactNode) => <span className="text-muted">{text}</span>

/** Until when the new secret will be valid. */
function Outcome({ ttl, issued }: { ttl: Ttl | null; issued: Issued }) {
  const t = useTranslations('regenerate')
  const format = useFormatter()
  const ttlText = useTtlText()
  function say() {
    if ('code' in issued) return t('undated')
    const { expiresAt } = issued
    if (!ttl || !expiresAt) return t.rich('forever', { b })
    const until = () => <time dateTime={expiresAt.toISOString()}>{format.dateTime(expiresAt, 'longMoment')}</time>
    return t.rich('until', { b, m, until, length: ttlText(ttl) })
  }
  return (
    <p aria-live="polite" className="text-md text-pretty">
      {say()}
    </p>
  )
}

/** Asks, regenerates, and hands the secret to the one dialog that shows it. */
export function RegenerateFlow(props: RegenerateFlowProps) {
  const { token, open, onClose, limit, organization } = props
  const t = useTranslations('regenerate')
  const follows = useRef<'question' | 'secret' | 'list'>('question')
  const { choosing, chosen, choose, blur, ttl, issued, complaint, pending, confirm, refusal, final, reload } = useRegenerate({
    ...props,
    onIssued() {
      follows.current = 'secret'
      onClose()
    },
    onStale() {
      follows.current = 'list'
      onClose()
    },
  })
  return (
    <Dialog
      open={open}
      onLeave={pending ? () => undefined : onClose}
      title={t('title', { name: token.name })}
      // The secret's dialog takes the focus by itself, maybe before this one is gone: it must not be taken from there.
      finalFocus={() => (follows.current === 'list' ? document.getElementById(LIST_ID) : follows.current === 'question')}
      footer={
        final ? (
          <>
            {refusal?.code === 'token_revoked' ? <ButtonLink href={`${LIST_PATH}/generate`} onClick={onClose}>{t('generateNew')}</ButtonLink> : null}
            <Button look="primary" onClick={reload}>
              {t('reload')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('keep')}</Button>
            <Button look="primary" busy={pending} onClick={confirm}>
              {t('confirm')}
            </Button>
          </>
        )
      }
    >
      {refusal ? <RefusalBanner refusal={refusal} /> : null}
      {final ? null : (
        <>
          <p className="text-md text-pretty">{t('consequence')}</p>
          {choosing ? (
            <RegenerateTtl before={token.ttl} limit={limit} organization={organization} chosen={chosen} onChoose={choose} onBlur={blur} complaint={complaint} />
          ) : null}
          <Outcome ttl={ttl} issued={issued} />
        </>
      )}
    </Dialog>
  )
}
