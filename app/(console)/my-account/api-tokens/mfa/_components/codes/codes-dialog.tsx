'use client'

import { useTranslations } from 'next-intl'
import { KeepActs } from '@/components/secret/keep-acts'
import { ShownOnceDialog } from '@/components/secret/shown-once-dialog'
import { useShownOnce } from '@/components/secret/use-shown-once'
import { DEVICE_TITLE_ID } from '../device-title'
import { CodeList } from './code-list'
import type { RecoveryCodes } from './recovery-codes'

/** The one showing of recovery codes. */
export function CodesDialog({ codes: { kind, codes }, onForget }: { codes: RecoveryCodes; onForget: () => void }) {
  const t = useTranslations('mfa')
  const showing = useShownOnce(onForget)
  const file = `${t('fileName')}.txt`
  return (
    <ShownOnceDialog
      showing={showing}
      title={t('codesTitle')}
      lead={t('codesLead', { kind })}
      finalFocus={() => document.getElementById(DEVICE_TITLE_ID)}
      warning={t.rich('codesWarning', { b: (text) => <strong>{text}</strong> })}
      texts={{ notKept: t('notKept'), lost: t('lost'), goBack: t('goBack') }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <CodeList codes={codes} label={t('recovery')} />
        <KeepActs
          text={codes.join('\n')}
          file={file}
          heading={`Tokenward · ${t('recovery')}`}
          labels={{ copy: t('copyCodes'), download: t('download'), print: t('print') }}
          say={(said) => t(said, { file })}
          showing={showing}
        />
      </div>
    </ShownOnceDialog>
  )
}
