'use client'

import { Languages, SunMoon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LOCALES, THEMES, type Locale, type Theme } from '@/lib/identity/locales'
import { languageNames, localeHref } from './languages'
import { themeHref } from './themes'
import { useOwnPath } from './use-own-path'

const choiceClass = 'inline-flex min-h-10 items-center rounded-control px-2 text-muted aria-[current]:font-label aria-[current]:text-ink aria-[current]:inset-ring aria-[current]:inset-ring-line-strong'

function Choice({ icon, label, children }: { icon: React.ReactNode; label: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className="grid gap-1">
      <span aria-hidden className="flex items-center gap-2 text-xs font-label text-subtle">
        {icon}
        {label}
      </span>
      <div className="flex flex-wrap gap-1">{children}</div>
    </div>
  )
}

/** Language and theme as plain links, in the navigation of a phone: nothing to open, works before JavaScript. */
export function Choices({ locale, theme }: { locale: Locale; theme: Theme }) {
  const t = useTranslations('shell')
  const path = useOwnPath()
  return (
    <>
      <Choice icon={<Languages />} label={t('languages')}>
        {LOCALES.map((one) => (
          <a key={one} href={localeHref(one, path)} lang={one} aria-current={one === locale || undefined} className={choiceClass}>
            {languageNames[one]}
          </a>
        ))}
      </Choice>
      <Choice icon={<SunMoon />} label={t('themes')}>
        {THEMES.map((one) => (
          <a key={one} href={themeHref(one, path)} aria-current={one === theme || undefined} className={choiceClass}>
            {t(one)}
          </a>
        ))}
      </Choice>
    </>
  )
}
