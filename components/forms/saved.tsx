'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { PanelFoot } from '@/components/ui/panel'

/** The word for it, alone: in a toast it follows the language that was just chosen. */
export function SavedText() {
  return useTranslations('forms')('saved')
}

/** The foot of a form: its Save, and beside it, until something is changed again, that it is done. */
export function SaveFoot({ busy, done }: { busy: boolean; done: boolean }) {
  const t = useTranslations('forms')
  return (
    <PanelFoot>
      <Button type="submit" look="primary" busy={busy} className="max-sm:w-full">
        {t('save')}
      </Button>
      {done && !busy ? (
        <Done>
          <SavedText />
        </Done>
      ) : null}
    </PanelFoot>
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
