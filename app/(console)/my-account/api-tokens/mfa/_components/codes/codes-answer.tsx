'use client'

import { useTranslations } from 'next-intl'
import { ShownOncePanel } from '@/components/secret/shown-once-panel'
import { MFA_PATH } from '../../../_components/list/list-address'
import { CodeList } from './code-list'
import type { RecoveryCodes } from './recovery-codes'

/** The one showing of recovery codes where no JavaScript runs. */
export function CodesAnswer({ codes: { kind, codes } }: { codes: RecoveryCodes }) {
  const t = useTranslations('mfa')
  return (
    <ShownOncePanel
      title={t('codesTitle')}
      lead={t('codesLead', { kind })}
      warning={t.rich('codesWarning', { b: (text) => <strong>{text}</strong> })}
      leaving={t('leaving')}
      next={{ href: MFA_PATH, text: t('toMfa') }}
    >
      <CodeList codes={codes} label={t('recovery')} />
    </ShownOncePanel>
  )
}
