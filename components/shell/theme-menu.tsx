'use client'

import { Monitor, Moon, Sun, SunMoon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { iconButtonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Menu } from '@/components/ui/menu'
import { THEMES, type Theme } from '@/lib/identity/locales'
import { themeHref } from './themes'
import { useOwnPath } from './use-own-path'

const icons = { system: <Monitor />, light: <Sun />, dark: <Moon /> }

export function ThemeMenu({ theme }: { theme: Theme }) {
  const t = useTranslations('shell')
  const path = useOwnPath()
  const entries = THEMES.map((one) => ({
    id: one,
    label: t(one),
    icon: icons[one],
    href: themeHref(one, path),
    current: one === theme,
  }))
  return (
    <Menu
      label={t('theme')}
      triggerClass={classNames(iconButtonClass, 'max-sm:hidden')}
      trigger={<SunMoon />}
      groups={[{ id: 'themes', label: t('themes'), entries }]}
    />
  )
}
