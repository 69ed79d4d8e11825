'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button } from '@/components/ui/button'

/** Starts a validation, or joins the one that goes on. Before JavaScript it is a form like any other. */
export function ValidateNow({ validate, going }: { validate: PostedAction<void>; going: boolean }) {
  const t = useTranslations('validation')
  const { form, whole, pending } = usePostedForm(validate)
  const busy = pending || going
  return (
    <form {...form}>
      <Button type="submit" busy={busy} className="w-full">
        {busy ? null : <RefreshCw />}
        {t('now')}
      </Button>
      {whole ? (
        <div className="mt-2 max-w-72">
          <RefusalBanner refusal={whole} />
        </div>
      ) : null}
    </form>
  )
}
