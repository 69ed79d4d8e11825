'use client'

import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { FirstExchange } from '../../_components/secret/first-exchange'
import { LIST_PATH } from '../../_components/list/list-address'
import type { Exchange, Generated } from '../../_components/secret/token-generated-provider'

/** The one showing of a secret where no JavaScript runs: in clear, to be selected and copied by hand. */
export function SecretAnswer({ generated, ...exchange }: Exchange & { generated: Generated }) {
  const t = useTranslations('generated')
  const format = useFormatter()
  const { name, apiToken, expiresAt } = generated
  const expiry = expiresAt ? t('expires', { date: format.dateTime(new Date(expiresAt), 'day') }) : t('neverExpires')
  return (
    <Panel aria-labelledby="generated-title" className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] gap-4 p-5 max-sm:p-4">
      <div>
        <h2 id="generated-title">{t('title')}</h2>
        <p className="mt-0.5 text-md text-muted wrap-anywhere">
          <strong className="text-ink">{name}</strong> · {expiry}
        </p>
      </div>
      <Banner tone="warn" icon={TriangleAlert}>
        {t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      </Banner>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <span id="generated-secret" className="font-label">
          {t('secret')}
        </span>
        <output aria-labelledby="generated-secret" className="rounded-control border border-line-control bg-surface-sunken px-3 py-2 leading-[1.375rem] wrap-anywhere select-all">
          {apiToken}
        </output>
      </div>
      <FirstExchange {...exchange} />
      <p className="text-pretty text-muted">{t('leaving')}</p>
      <ButtonLink href={LIST_PATH} look="primary" prefetch={false} className="justify-self-start">
        {t('toList')}
      </ButtonLink>
    </Panel>
  )
}
