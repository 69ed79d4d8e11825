'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { MFA_PATH } from '../../../_components/list/list-address'
import { CodeList } from './code-list'
import type { RecoveryCodes } from './recovery-codes'

/** The one showing of recovery codes where no JavaScript runs. */
export function CodesAnswer({ codes: { kind, codes } }: { codes: RecoveryCodes }) {
  const t = useTranslations('mfa')
  return (
    <Panel aria-labelledby="codes-title" className="grid grid-cols-[minmax(0,1fr)] gap-4 p-5 max-sm:p-4">
      <div>
        <h2 id="codes-title">{t('codesTitle')}</h2>
        <p className="mt-0.5 text-md text-muted">{t('codesLead', { kind })}</p>
      </div>
      <Banner tone="warn" icon={TriangleAlert}>
        {t.rich('codesWarning', { b: (text) => <strong>{text}</strong> })}
      </Banner>
      <CodeList codes={codes} label={t('recovery')} />
      <p className="text-pretty text-muted">{t('leaving')}</p>
      <ButtonLink href={MFA_PATH} look="primary" prefetch={false} className="justify-self-start">
        {t('toMfa')}
      </ButtonLink>
    </Panel>
  )
}
