'use client'

import { useTranslations } from 'next-intl'
import { SecretToKeep } from '@/components/secret/secret-to-keep'
import { ShownOnceDialog } from '@/components/secret/shown-once-dialog'
import { useShownOnce } from '@/components/secret/use-shown-once'
import type { Issued } from './issued'

/** Characters at the end of a client secret that are secret: its prefix tells what it is. */
const SECRET_LENGTH = 43

/** The one showing of a client secret. */
export function SecretDialog({ issued: { kind, clientId, clientSecret }, onForget }: { issued: Issued; onForget: () => void }) {
  const t = useTranslations('services')
  const showing = useShownOnce(onForget)
  return (
    <ShownOnceDialog
      wide
      showing={showing}
      title={t('shownTitle', { kind })}
      lead={t.rich('shownLead', { id: () => <code className="text-ink">{clientId}</code> })}
      warning={t.rich('warning', { b: (text) => <strong>{text}</strong> })}
      texts={{ notKept: t('notKept'), lost: t('lost'), goBack: t('goBack') }}
    >
      <SecretToKeep
        text={clientSecret}
        name={clientId}
        label={t('secretHeading')}
        secret={SECRET_LENGTH}
        labels={{ show: t('show'), hide: t('hide'), hidden: t('hidden', { count: SECRET_LENGTH }), copy: t('copy'), download: t('download'), print: t('print') }}
        say={(said, file) => t(said, { file })}
        showing={showing}
      />
    </ShownOnceDialog>
  )
}
