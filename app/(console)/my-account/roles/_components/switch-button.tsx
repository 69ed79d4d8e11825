'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { accepted, callAction, type Result } from '@/components/forms/call-action'
import { Button } from '@/components/ui/button'

export type SwitchAction = (input: { orgId: string }) => Promise<Result<never> | Result<void>>

/** Shows another of the person's organizations, as the menu in the header does. */
export function SwitchButton({ organization: { id, name }, switchAction }: { organization: { id: string; name: string }; switchAction: SwitchAction }) {
  const t = useTranslations('myRoles')
  const [pending, startTransition] = useTransition()
  const act = () => startTransition(async () => accepted(await callAction(switchAction, { orgId: id })))
  return (
    <Button size="small" busy={pending} onClick={act} aria-label={t('switchTo', { organization: name })} className="max-sm:min-h-10">
      {t('switch')}
    </Button>
  )
}
