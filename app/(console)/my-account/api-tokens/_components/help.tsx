import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { linkClass } from '@/components/ui/link'
import { panelClass } from '@/components/ui/panel'
import { MFA_PATH } from './list/list-address'

/** What people want of a token, in the order in which they come to want it. */
const WISHES = ['extend', 'regenerate', 'compromised', 'end', 'lost', 'reactivate'] as const
const FACTS = ['responsible', 'possession', 'audited', 'readers', 'delay'] as const

const mfaLink = (text: React.ReactNode) => (
  <Link href={MFA_PATH} className={linkClass}>
    {text}
  </Link>
)
const apiLink = (text: React.ReactNode) => (
  <Link href="/docs/api" prefetch={false} className={linkClass}>
    {text}
  </Link>
)
const strong = (text: React.ReactNode) => <strong className="font-label text-ink">{text}</strong>

/**
 * Answers what people ask about their tokens. Opens without JavaScript, and folded it takes one line.
 *
 * @see spec: product.md §3, help panel
 */
export function Help() {
  const t = useTranslations('help')
  const ofApi = useTranslations('apiReference')
  return (
    <details id="help" className={`group mt-4 ${panelClass}`}>
      <summary className="flex min-h-11 items-center gap-2 rounded-panel px-4 py-2 hover:bg-surface-hover">
        <ChevronRight className="text-subtle transition-transform duration-(--fast) group-open:rotate-90" />
        <h2 className="text-sm font-label tracking-normal">{t('title')}</h2>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 border-t border-line px-5 pt-4 pb-6 max-sm:px-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-labelledby="help-wishes">
          <h3 id="help-wishes" className="mb-3 text-md font-strong">
            {t('wishes')}
          </h3>
          <dl className="grid gap-3 text-md">
            {WISHES.map((wish) => (
              <div key={wish} className="max-w-[44rem]">
                <dt className="font-label text-pretty">{t(`${wish}.wish`)}</dt>
                <dd className="text-pretty text-muted">{t.rich(`${wish}.answer`, { b: strong })}</dd>
              </div>
            ))}
          </dl>
        </section>
        <div className="grid content-start gap-6">
          <section aria-labelledby="help-facts">
            <h3 id="help-facts" className="mb-3 text-md font-strong">
              {t('facts')}
            </h3>
            <ul className="grid gap-3 text-md text-pretty text-muted">
              {FACTS.map((fact) => (
                <li key={fact} className="max-w-[44rem]">
                  {t.rich(fact, { b: strong })}
                </li>
              ))}
              <li className="max-w-[44rem]">{ofApi.rich('help', { link: apiLink })}</li>
            </ul>
          </section>
          <section id="help-mfa" aria-labelledby="help-mfa-title">
            <h3 id="help-mfa-title" className="mb-3 text-md font-strong">
              {t('mfaTitle')}
            </h3>
            <p className="max-w-[44rem] text-md text-pretty text-muted">{t.rich('mfa', { link: mfaLink })}</p>
          </section>
        </div>
      </div>
    </details>
  )
}
