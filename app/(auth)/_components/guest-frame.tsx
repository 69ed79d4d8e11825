import { useTranslations } from 'next-intl'
import { brandClass, Mark } from '@/components/shell/brand'
import { languageNames, localeHref } from '@/components/shell/languages'
import { PageTitle } from '@/components/ui/page-title'
import { LOCALES, type Locale } from '@/lib/identity/locales'
import { TokenAnatomy } from './token-anatomy'

type GuestFrameProps = {
  title: string
  lead: string
  locale: Locale
  /** The page's own address, to come back to in another language. */
  here: string
  children: React.ReactNode
}

/** What pages look like before somebody has signed in: one column to act in, and what it is all about beside it. */
export function GuestFrame({ title, lead, locale, here, children }: GuestFrameProps) {
  const t = useTranslations('signIn')
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] bg-surface lg:grid-cols-[minmax(26rem,1fr)_minmax(0,1.25fr)]">
      <main className="grid min-w-0 grid-rows-[auto_1fr_auto] px-8 py-6 max-sm:px-5 max-sm:py-5">
        <span className={brandClass}>
          <Mark />
          Tokenward
        </span>
        <div className="mx-auto mt-[clamp(1.5rem,12vh,9rem)] mb-auto grid w-full max-w-[21.5rem] gap-5 pb-8">
          <div>
            <PageTitle>{title}</PageTitle>
            <h1>{title}</h1>
            <p className="mt-0.5 text-pretty text-muted">{lead}</p>
          </div>
          {children}
        </div>
        <nav aria-label={t('languages')} className="flex flex-wrap gap-x-5 gap-y-2">
          {LOCALES.map((one) => (
            <a
              key={one}
              href={localeHref(one, here)}
              lang={one}
              aria-current={one === locale || undefined}
              className="inline-flex min-h-6 items-center text-muted hover:text-ink hover:underline aria-[current]:font-label aria-[current]:text-ink"
            >
              {languageNames[one]}
            </a>
          ))}
        </nav>
      </main>
      <TokenAnatomy />
    </div>
  )
}
