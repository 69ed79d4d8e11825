import { useTranslations } from 'next-intl'
import { brandClass, Mark } from '@/components/shell/brand'
import { languageNames, localeHref } from '@/components/shell/languages'
import { LOCALES, type Locale } from '@/lib/identity/locales'

const HERE = '/docs/api'

/** What stands around the reference: where one is, and in which language. */
export function ApiFrame({ locale, children }: { locale: Locale; children: React.ReactNode }) {
  const t = useTranslations('signIn')
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-surface px-6 py-3 max-sm:px-4">
        <a href="/" className={brandClass}>
          <Mark />
          Tokenward
        </a>
        <nav aria-label={t('languages')} className="flex flex-wrap gap-x-5">
          {LOCALES.map((one) => (
            <a key={one} href={localeHref(one, HERE)} lang={one} aria-current={one === locale || undefined} className="inline-flex min-h-6 items-center text-muted hover:text-ink hover:underline aria-[current]:font-label aria-[current]:text-ink">
              {languageNames[one]}
            </a>
          ))}
        </nav>
      </header>
      <main className="mx-auto max-w-[80rem] px-6 pt-8 pb-16 max-sm:px-4 max-sm:pt-5">{children}</main>
    </>
  )
}
