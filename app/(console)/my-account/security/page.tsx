import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { findOwnMfa } from '@/lib/identity/queries/find-own-mfa'
import { findOwnAccount, listOwnSessions } from '@/lib/identity/queries/own-account'
import { requireUser } from '@/lib/platform/context'
import { MfaPanel } from './_components/mfa-panel'
import { PasswordPanel } from './_components/password-panel'
import { SessionsPanel } from './_components/sessions-panel'
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from './actions'

export default async function SecurityPage() {
  const user = await requireUser()
  const [account, sessions, mfa, t] = await Promise.all([findOwnAccount(user), listOwnSessions(user), findOwnMfa(user), getTranslations()])
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.myAccount') }, { label: t('nav.security') }]} />
      <PageHead title={t('security.title')} lead={t('security.lead')} />
      <ClientMessages parts={['shell', 'problem', 'errors', 'forms', 'security']}>
        <div className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] gap-4">
          <SessionsPanel sessions={sessions} now={new Date()} end={endSessionAction} endOthers={endOtherSessionsAction} />
          <PasswordPanel change={changePasswordAction} email={user.email} changedAt={account.passwordChangedAt} hasPassword={account.hasPassword} />
          <MfaPanel mfa={mfa} />
        </div>
      </ClientMessages>
    </>
  )
}
