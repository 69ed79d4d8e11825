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

type ItemProps = NavigationItem & { count: React.ReactNode }

function Item({ label, path, icon, count }: ItemProps) {
  const t = useTranslations('nav')
  const here = usePathname()
  const current = here === path ? 'page' : here.startsWith(`${path}/`) ? 'true' : undefined
  return (
    <li>
      <Link href={path} aria-current={current} className={linkClass} onClick={closeNavigation}>
        {navigationIcons[icon]}
        <span className="min-w-0">{t(label)}</span>
        {count}
        <LinkPending />
      </Link>
    </li>
  )
}

const groupClass = 'flex min-h-[30px] items-center gap-2 px-2 py-1 font-item text-muted max-sm:min-h-10'

type ItemsProps = { items: readonly NavigationItem[]; counts: Counts }

/** The items of a section; those of a group stand one step in, under its name. */
function Items({ items, counts }: ItemsProps) {
  const t = useTranslations('nav')
  const groups = [...new Set(items.map(({ group }) => group))]
  return groups.map((group) => {
    const some = items.filter((item) => item.group === group).map((item) => <Item key={item.path} {...item} count={counts[item.path]} />)
    if (!group) return some
    return (
      <li key={group}>
        <span id={`navigation-${group}`} className={groupClass}>
          {navigationIcons.scale}
          {t(group)}
        </span>
        <ul aria-labelledby={`navigation-${group}`} className="ml-[15px] border-l border-line pl-2">
          {some}
        </ul>
      </li>
    )
  })
}

const navClass = classNames(
  'w-[17rem] overflow-y-auto bg-canvas px-2.5 pt-4 pb-6 text-ink',
  'max-lg:inset-[var(--header)_auto_0_0] max-lg:h-[calc(100dvh-var(--header))] max-lg:max-h-none max-lg:border-r max-lg:border-line max-lg:shadow-3',
  'lg:sticky lg:top-(--header) lg:block lg:h-[calc(100dvh-var(--header))] lg:w-auto lg:self-start',
)

/** What stands at the end of an item, by its path: how many there are to look after. */
type Counts = Readonly<Record<string, React.ReactNode>>

type SideNavigationProps = { sections: NavigationSection[]; counts?: Counts; children: React.ReactNode }

/** @param children what only narrow screens show here, because the header has no room for it */
export function SideNavigation({ sections, counts = {}, children }: SideNavigationProps) {
  const t = useTranslations()
  return (
    <nav id={NAVIGATION_ID} popover="auto" aria-label={t('shell.main')} className={navClass}>
      {sections.map(({ label, items }) => (
        <div key={label} className="mb-4">
          <h2 className="px-2 pb-1 text-xs font-label tracking-normal text-subtle hyphens-auto">{t(`nav.${label}`)}</h2>
          <ul>
            <Items items={items} counts={counts} />
          </ul>
        </div>
      ))}
      <div className="mt-4 grid gap-4 border-t border-line px-2 pt-4 sm:hidden">{children}</div>
    </nav>
  )
}
