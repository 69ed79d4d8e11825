'use client'

import { useTranslations } from 'next-intl'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { usePostedForm, type PostedAction } from '@/components/forms/use-posted-form'
import { Button } from '@/components/ui/button'

/** The one button there is. Where it worked, the dashboard comes in its place. */
export function ActivateForm({ orgId, activate }: { orgId: string; activate: PostedAction<never> }) {
  const t = useTranslations('getStarted')
  const { form, whole, pending } = usePostedForm(activate)
  return (
    <form {...form} className="grid justify-items-start gap-3">
      <input type="hidden" name="orgId" value={orgId} />
      {whole ? <RefusalBanner refusal={whole} /> : null}
      <Button type="submit" look="primary" busy={pending} className="max-sm:w-full">
        {t('activate')}
      </Button>
    </form>
  )
}
