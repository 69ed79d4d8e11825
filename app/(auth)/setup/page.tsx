import { Unlink } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ClientMessages } from '@/components/shell/client-messages'
import { Banner } from '@/components/ui/banner'
import { findSetup } from '@/lib/identity/queries/find-setup'
import { resolveLocale } from '@/lib/platform/locale'
import { readSetupSecret } from '@/lib/platform/setup-cookie'
import { GuestFrame } from '../_components/guest-frame'
import { SetupForm } from './_components/setup-form'
import { createOrganizationAction } from './actions'

/** The first page that anybody sees of an empty installation, by the link that its start has printed; nobody later. */
export default async function SetupPage() {
  const setup = await findSetup(await readSetupSecret())
  if (setup === 'done') notFound()
  const [t, locale] = await Promise.all([getTranslations('setup'), resolveLocale()])
  return (
    <GuestFrame title={t('title')} lead={t(setup === 'open' ? 'lead' : 'leadRefused')} locale={locale} here="/setup">
      {setup === 'open' ? (
        <ClientMessages parts={['setup', 'errors', 'problem']}>
          <SetupForm create={createOrganizationAction} />
        </ClientMessages>
      ) : (
        <Banner tone="warn" icon={Unlink}>
          {t('refused')}
        </Banner>
      )}
    </GuestFrame>
  )
}
