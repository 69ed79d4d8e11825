'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { SecretInClear, ShownOncePanel } from '@/components/secret/shown-once-panel'
import { FirstExchange } from '../../_components/secret/first-exchange'
import { LIST_PATH } from '../../_components/list/list-address'
import type { Exchange, Generated } from '../../_components/secret/token-generated-provider'

/** The one showing of an API token where no JavaScript runs, and the call that it is exchanged with. */
export function SecretAnswer({ generated: { name, apiToken, expiresAt }, ...exchange }: Exchange & { generated: Generated }) {
  const t = useTranslations('generated')
  const format = useFormatter()
  const expiry = expiresAt ? t('expires', { date: format.dateTime(new Date(expiresAt), 'day') }) : t('neverExpires')
  return (
    <ShownOncePanel
      className="max-w-[40rem]"
      title={t('title')}
      lead={
        <>
          <strong className="text-ink">{name}</strong> · {expiry}
        </>
      }
      warning={t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      leaving={t('leaving')}
      next={{ href: LIST_PATH, text: t('toList') }}
    >
      <SecretInClear label={t('secret')} text={apiToken} />
      <FirstExchange {...exchange} />
    </ShownOncePanel>
  )
}
