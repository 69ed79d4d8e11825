'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { LinkPending } from '@/components/ui/link-pending'
import type { NavigationItem, NavigationSection } from './navigation'
import { navigationIcons } from './navigation-icons'
import { NAVIGATION_ID } from './navigation-id'

const linkClass =
  'relative flex min-h-[30px] items-center gap-2 rounded-control px-2 py-1 font-item text-muted hover:bg-surface-hover hover:text-ink max-sm:min-h-10 ' +
  'aria-[current]:bg-surface aria-[current]:font-label aria-[current]:text-ink aria-[current]:shadow-[0_0_0_1px_var(--border),var(--shadow-1)] aria-[current]:[&_.lucide]:text-accent'

function closeNavigation() {
  const navigation = document.getElementById(NAVIGATION_ID)
  if (navigation?.matches(':popover-open')) navigation.hidePopover()
}

function Item({ label, path, icon }: NavigationItem) {
  const t = useTranslations('nav')
  const here = usePathname()
  const current = here === path ? 'page' : here.startsWith(`${path}/`) ? 'true' : undefined
  return (
    <li>
      <Link href={path} aria-current={current} className={linkClass} onClick={closeNavigation}>
        {navigationIcons[icon]}
        {t(label)}
        <LinkPending />
      </Link>
    </li>
  )
}

const navClass = classNames(
  'w-[17rem] overflow-y-auto bg-canvas px-2.5 pt-4 pb-6 text-ink',
  'max-lg:inset-[var(--header)_auto_0_0] max-lg:h-[calc(100dvh-var(--header))] max-lg:max-h-none max-lg:border-r max-lg:border-line max-lg:shadow-3',
  'lg:sticky lg:top-(--header) lg:block lg:h-[calc(100dvh-var(--header))] lg:w-auto lg:self-start',
)

/** @param children what only narrow screens show here, because the header has no room for it */
export function SideNavigation({ sections, children }: { sections: NavigationSection[]; children: React.ReactNode }) {
  const t = useTranslations()
  return (
    <nav id={NAVIGATION_ID} popover="auto" aria-label={t('shell.main')} className={navClass}>
      {sections.map(({ label, items }) => (
        <div key={label} className="mb-4">
          <h2 className="px-2 pb-1 text-xs font-label tracking-normal text-subtle hyphens-auto">{t(`nav.${label}`)}</h2>
          <ul>
            {items.map((item) => (
              <Item key={item.path} {...item} />
            ))}
          </ul>
        </div>
      ))}
      <div className="mt-4 grid gap-4 border-t border-line px-2 pt-4 sm:hidden">{children}</div>
    </nav>
  )
}
