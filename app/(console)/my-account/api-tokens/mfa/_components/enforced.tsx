'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Switch } from '@/components/ui/switch'

/** The switch where it is not the person's to turn, and why. */
export function Enforced({ by }: { by: string[] }) {
  const t = useTranslations('mfa')
  const format = useFormatter()
  return (
    <div className="grid justify-items-start gap-1.5">
      <Switch id="mfa-on" label={t('turnedOn')} state={t('on')} checked readOnly disabled aria-describedby="mfa-enforced" />
      <p id="mfa-enforced" className="text-pretty text-muted wrap-anywhere">
        {t('enforced', { count: by.length, names: format.list(by, { type: 'conjunction' }) })}
      </p>
    </div>
  )
}
