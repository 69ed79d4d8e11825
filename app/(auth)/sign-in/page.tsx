import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { ClientMessages } from '@/components/shell/client-messages'
import { ownPath } from '@/lib/identity/own-path'
import { findUser } from '@/lib/platform/context'
import { resolveLocale } from '@/lib/platform/locale'
import { GuestFrame } from '../_components/guest-frame'
import { SignInForm } from './_components/sign-in-form'
import { signInAction } from './actions'

const START = '/my-account/api-tokens'

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams
  const target = ownPath(typeof next === 'string' ? next : undefined, START)
  if (await findUser()) redirect(target)
  const [t, locale] = await Promise.all([getTranslations('signIn'), resolveLocale()])
  const here = target === START ? '/sign-in' : `/sign-in?next=${encodeURIComponent(target)}`
  return (
    <GuestFrame title={t('title')} lead={t('lead')} locale={locale} here={here}>
      <ClientMessages parts={['signIn', 'errors', 'problem']}>
        <SignInForm signIn={signInAction} next={target} />
      </ClientMessages>
      <p className="text-pretty text-subtle">{t('noAccount')}</p>
    </GuestFrame>
  )
}
