'use client'

import { useTranslations } from 'next-intl'
import { SecretInClear, ShownOncePanel } from '@/components/secret/shown-once-panel'
import { SERVICES_PATH } from '../services-address'
import type { Issued } from './issued'

/** The one showing of a client secret where no JavaScript runs. */
export function SecretAnswer({ issued: { kind, clientId, clientSecret } }: { issued: Issued }) {
  const t = useTranslations('services')
  return (
    <ShownOncePanel
      title={t('shownTitle', { kind })}
      lead={t.rich('shownLead', { id: () => <code className="text-ink">{clientId}</code> })}
      warning={t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      leaving={t('leaving')}
      next={{ href: SERVICES_PATH, text: t('toList') }}
    >
      <SecretInClear label={t('secretHeading')} text={clientSecret} />
    </ShownOncePanel>
  )
}
