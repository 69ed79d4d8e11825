import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { brandClass, Mark } from '@/components/shell/brand'
import { ClientMessages } from '@/components/shell/client-messages'
import { languageNames, localeHref } from '@/components/shell/languages'
import { LOCALES } from '@/lib/identity/locales'
import { ownPath } from '@/lib/identity/own-path'
import { findUser } from '@/lib/platform/context'
import { resolveLocale } from '@/lib/platform/locale'
import { SignInForm } from './_components/sign-in-form'
import { TokenAnatomy } from './_components/token-anatomy'
import { signInAction } from './actions'

const START = '/my-account/api-tokens'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('meta')
  return { title: t('signIn') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams
  const target = ownPath(typeof next === 'string' ? next : undefined, START)
  if (await findUser()) redirect(target)
  const [t, locale] = await Promise.all([getTranslations('signIn'), resolveLocale()])
  const here = target === START ? '/sign-in' : `/sign-in?next=${encodeURIComponent(target)}`
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] bg-surface lg:grid-cols-[minmax(26rem,1fr)_minmax(0,1.25fr)]">
      <main className="grid min-w-0 grid-rows-[auto_1fr_auto] px-8 py-6 max-sm:px-5 max-sm:py-5">
        <span className={brandClass}>
          <Mark />
          Tokenward
        </span>
        <div className="mx-auto mt-[clamp(1.5rem,12vh,9rem)] mb-auto grid w-full max-w-[21.5rem] gap-5 pb-8">
          <div>
            <h1>{t('title')}</h1>
            <p className="mt-0.5 text-muted">{t('lead')}</p>
          </div>
          <ClientMessages parts={['signIn', 'errors', 'problem']}>
            <SignInForm signIn={signInAction} next={target} />
          </ClientMessages>
          <p className="text-pretty text-subtle">{t('noAccount')}</p>
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
