'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { SecretToKeep } from '@/components/secret/secret-to-keep'
import { ShownOnceDialog } from '@/components/secret/shown-once-dialog'
import { useShownOnce } from '@/components/secret/use-shown-once'
import { LIST_ID } from '../list/list-id'
import { FirstExchange } from './first-exchange'
import type { TokenGeneratedProps } from './token-generated-provider'

/** Characters at the end of an API token that are secret: 43 of it, and 6 that follow from them. */
const SECRET_LENGTH = 49

/** The one showing of an API token, and the call that it is exchanged with. */
export function TokenGenerated({ generated: { name, apiToken, scopes, expiresAt }, publicUrl, need, organization, overList, onForget }: TokenGeneratedProps) {
  const t = useTranslations('generated')
  const format = useFormatter()
  const showing = useShownOnce(onForget, overList)
  const expiry = expiresAt ? t('expires', { date: format.dateTime(new Date(expiresAt), 'day') }) : t('neverExpires')
  return (
    <ShownOnceDialog
      wide
      showing={showing}
      title={t('title')}
      finalFocus={() => document.getElementById(LIST_ID)}
      lead={
        <>
          <strong className="text-ink">{name}</strong>
          {[...(scopes.length > 0 ? [scopes.join(', ')] : []), expiry].map((fact) => ` · ${fact}`)}
        </>
      }
      warning={t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      texts={{ notKept: t('notKept'), lost: t('lost'), goBack: t('goBack') }}
    >
      <SecretToKeep
        text={apiToken}
        name={name}
        label={t('secret')}
        secret={SECRET_LENGTH}
        labels={{ show: t('show'), hide: t('hide'), hidden: t('hidden', { count: SECRET_LENGTH }), copy: t('copy'), download: t('download'), print: t('print') }}
        say={(said, file) => t(said, { file })}
        showing={showing}
      />
      <FirstExchange publicUrl={publicUrl} need={need} organization={organization} onCopied={() => showing.note('overwritten')} />
    </ShownOnceDialog>
  )
}
