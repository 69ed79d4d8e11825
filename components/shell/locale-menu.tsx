'use client'

import { Languages } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Menu } from '@/components/ui/menu'
import { LOCALES, type Locale } from '@/lib/identity/locales'
import { languageNames, localeHref } from './languages'
import { useOwnPath } from './use-own-path'

export function LocaleMenu({ locale }: { locale: Locale }) {
  const t = useTranslations('shell')
  const path = useOwnPath()
  const entries = LOCALES.map((one) => ({
    id: one,
    label: languageNames[one],
    lang: one,
    href: localeHref(one, path),
    current: one === locale,
  }))
  return (
    <Menu
      triggerClass={classNames(buttonClass({ look: 'quiet' }), 'max-sm:hidden')}
      trigger={
        <>
          <Languages />
          <span className="sr-only">{t('language')} </span>
          <span aria-hidden>{locale.toUpperCase()}</span>
          <span className="sr-only">{languageNames[locale]}</span>
        </>
      }
      groups={[{ id: 'languages', label: t('languages'), entries }]}
    />
  )
}
