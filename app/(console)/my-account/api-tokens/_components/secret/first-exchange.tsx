'use client'

import { ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { linkClass } from '@/components/ui/link'
import { MFA_PATH } from '../list/list-address'
import { ExchangeCommand } from './exchange-command'
import type { Exchange } from './token-generated-provider'

/** Without a device there is nothing to exchange the token with: said where the call would be tried. */
function DeviceMissing({ organization }: Pick<Exchange, 'organization'>) {
  const t = useTranslations('passcode')
  // A new window: leaving this one would lose what is not kept.
  const link = (text: React.ReactNode) => (
    <a href={MFA_PATH} target="_blank" className={linkClass}>
      {text}
    </a>
  )
  return (
    <Banner tone="info" icon={ShieldAlert}>
      {t.rich('generatedMissing', { organization, link, b: (text) => <strong>{text}</strong> })}
    </Banner>
  )
}

/** The call with which to exchange the token that has just been generated, and what it waits for. */
export function FirstExchange({ publicUrl, need: { passcode }, organization, onCopied }: Exchange & { onCopied?: () => void }) {
  const t = useTranslations()
  const needed = passcode !== 'not_needed'
  const help = needed ? `${t('generated.variable')} ${t('passcode.generatedOn')}` : t('generated.variable')
  return (
    <>
      {passcode === 'missing' ? <DeviceMissing organization={organization} /> : null}
      <ExchangeCommand publicUrl={publicUrl} passcode={needed} title={t('generated.exchange')} help={help} {...(onCopied && { onCopied })} />
    </>
  )
}
