import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { findOwnAccount } from '@/lib/identity/queries/own-account'
import { listTimeZones } from '@/lib/identity/time-zones'
import { requireUser } from '@/lib/platform/context'
import { PreferencesForm } from './_components/preferences-form'
import { savePreferencesAction } from './actions'

export default async function PreferencesPage() {
  const user = await requireUser()
  const [{ timeZone, securityNotices }, t] = await Promise.all([findOwnAccount(user), getTranslations()])
  // As this browser shows them, which the header's menus may have changed for it alone.
  const { locale, theme } = user
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.myAccount') }, { label: t('nav.preferences') }]} />
      <PageHead title={t('preferences.title')} lead={t('preferences.lead')} />
      <ClientMessages parts={['shell', 'problem', 'errors', 'forms', 'preferences', 'regions']}>
        <PreferencesForm save={savePreferencesAction} saved={{ locale, theme, timeZone, securityNotices }} timeZones={listTimeZones(new Date())} />
      </ClientMessages>
    </>
  )
}
