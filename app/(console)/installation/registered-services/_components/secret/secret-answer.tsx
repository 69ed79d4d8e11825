'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { SERVICES_PATH } from '../services-address'
import type { Issued } from './issued'

/** The one showing of a client secret where no JavaScript runs: in clear, to be selected and copied by hand. */
export function SecretAnswer({ issued: { kind, clientId, clientSecret } }: { issued: Issued }) {
  const t = useTranslations('services')
  return (
    <Panel aria-labelledby="issued-title" className="grid grid-cols-[minmax(0,1fr)] gap-4 p-5 max-sm:p-4">
      <div>
        <h2 id="issued-title">{t('shownTitle', { kind })}</h2>
        <p className="mt-0.5 text-md text-muted wrap-anywhere">{t.rich('shownLead', { id: () => <code className="text-ink">{clientId}</code> })}</p>
      </div>
      <Banner tone="warn" icon={TriangleAlert}>
        {t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      </Banner>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <span id="issued-secret" className="font-label">
          {t('secretHeading')}
        </span>
        <output aria-labelledby="issued-secret" className="rounded-control border border-line-control bg-surface-sunken px-3 py-2 leading-[1.375rem] wrap-anywhere select-all">
          {clientSecret}
        </output>
      </div>
      <p className="text-pretty text-muted">{t('leaving')}</p>
      <ButtonLink href={SERVICES_PATH} look="primary" prefetch={false} className="justify-self-start">
        {t('toList')}
      </ButtonLink>
    </Panel>
  )
}
