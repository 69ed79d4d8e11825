import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { findMfaPolicy } from '@/lib/identity/queries/find-mfa-policy'
import { requireUser } from '@/lib/platform/context'
import { isOwner, requireOwner } from '@/lib/platform/roles'
import { EnforceForm } from './_components/enforce-form'
import { enforceMfaAction } from './actions'

/** The organization's own rules, with governance activated or not: enforcing MFA is no part of that. */
export default async function AuthenticationPage() {
  const user = await requireUser()
  if (!isOwner(user)) notFound()
  const [policy, t] = await Promise.all([findMfaPolicy(requireOwner(user)), getTranslations()])
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.organization') }, { label: t('nav.authentication') }]} />
      <PageHead title={t('authentication.title')} lead={t('authentication.lead', { organization: user.orgName })} />
      <ClientMessages parts={['shell', 'problem', 'errors', 'forms', 'signInAgain', 'authentication']}>
        <div className="max-w-[40rem]">
          <EnforceForm enforce={enforceMfaAction} organization={{ id: user.orgId, name: user.orgName }} policy={policy} />
        </div>
      </ClientMessages>
    </>
  )
}
