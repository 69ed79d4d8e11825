import { Menu as MenuIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { iconButtonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { brandClass, Mark } from './brand'
import { NAVIGATION_ID } from './navigation-id'

/** @param children what stands at the end: language, theme, account */
export function Header({ organization, children }: { organization: React.ReactNode; children: React.ReactNode }) {
  const t = useTranslations('shell')
  return (
    <header className="sticky top-0 z-30 h-(--header) border-b border-line bg-surface">
      {/* Menus open into the header, so that they belong to it: outside this row, where they would take up a gap. */}
      <div className="flex h-full items-center gap-1 pr-4 pl-5 max-sm:pr-2 max-sm:pl-4">
        <button type="button" popoverTarget={NAVIGATION_ID} aria-label={t('menu')} className={classNames(iconButtonClass, '-ml-2 mr-1 flex-none max-sm:mr-0 max-sm:size-10 lg:hidden')}>
          <MenuIcon />
        </button>
        <Link href="/my-account/api-tokens" aria-label={t('home')} className={brandClass}>
          <Mark />
          <span className="max-lg:hidden">Tokenward</span>
        </Link>
        <span aria-hidden className="pr-1 pl-2 text-[1.125rem] font-[300] text-line-strong max-sm:px-0">
          /
        </span>
        {organization}
        <span className="ml-auto" />
        {children}
      </div>
    </header>
  )
}
