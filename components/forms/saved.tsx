'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SubmitFoot } from './submit-foot'

/** The word for it, alone: in a toast it follows the language that was just chosen. */
export function SavedText() {
  return useTranslations('forms')('saved')
}

/** The foot of a form: its Save, and beside it, until something is changed again, that it is done. */
export function SaveFoot({ busy, done }: { busy: boolean; done: boolean }) {
  const t = useTranslations('forms')
  return (
    <SubmitFoot busy={busy} act={t('save')}>
      {done && !busy ? (
        <Done>
          <SavedText />
        </Done>
      ) : null}
    </SubmitFoot>
  )
}

export function Done({ children }: { children: React.ReactNode }) {
  return (
    <span className="flex items-center gap-1.5 text-success">
      <CircleCheck />
      {children}
    </span>
  )
}
