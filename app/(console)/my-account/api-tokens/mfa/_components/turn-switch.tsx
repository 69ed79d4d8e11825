'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Switch } from '@/components/ui/switch'

/** @param turned whether it stands the other way already, in a form that was posted before JavaScript and refused */
export function TurnSwitch({ on, turned }: { on: boolean; turned: boolean }) {
  const t = useTranslations('mfa')
  const [checked, setChecked] = useState(turned ? !on : on)
  return <Switch id="mfa-on" label={t('turnedOn')} state={t(checked ? 'on' : 'off')} defaultChecked={checked} onChange={({ target }) => setChecked(target.checked)} />
}
