import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { linkClass } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { readAskedPolicy } from '@/lib/governance/policy-preview'
import { POLICY_KINDS, type PolicySettings } from '@/lib/governance/policy-settings'
import { findLatestRun } from '@/lib/governance/queries/find-latest-run'
import { findPolicySettings, type SavedPolicy } from '@/lib/governance/queries/find-policy-settings'
import { requireUser } from '@/lib/platform/context'
import { isGovernor, requireGovernor } from '@/lib/platform/roles'
import { ValidationNotice } from '../_components/validation/validation-notice'
import { PolicyForm } from './_components/policy-form'
import { previewPolicyAction, submitPolicyAction } from './actions'

type Parameters = Record<string, string | string[] | undefined>

/** What an address wants to be in the form, unsaved: `?idle=60d&max=off`. A policy that is off keeps its saved value. */
function readDraft(parameters: Parameters, saved: SavedPolicy): PolicySettings | null {
  if (POLICY_KINDS.every((kind) => parameters[kind] === undefined)) return null
  const asked = readAskedPolicy(parameters)
  const drafted = (kind: 'idle' | 'max') => {
    const limit = asked[kind]
    if (parameters[kind] === undefined) return saved[kind]
    return limit ? { enabled: true, ...limit } : { ...saved[kind], enabled: false }
  }
  return { idle: drafted('idle'), max: drafted('max') }
}

export default async function SettingsPage({ searchParams }: PageProps<'/identity-and-access/governance/api-tokens/settings'>) {
  const [user, parameters] = await Promise.all([requireUser(), searchParams])
  if (!isGovernor(user)) notFound()
  if (!user.igaActivated) redirect(GOVERNANCE_PATH)
  const governor = requireGovernor(user)
  const [saved, latest, t] = await Promise.all([findPolicySettings(governor), findLatestRun(governor), getTranslations()])
  const link = (text: React.ReactNode) => (
    <Link href={GOVERNANCE_PATH} className={linkClass}>
      {text}
    </Link>
  )
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.identityAndAccess') }, { label: t('nav.governance') }, { label: t('nav.apiTokens'), path: GOVERNANCE_PATH }, { label: t('settings.title') }]} />
      <PageHead title={t('settings.title')} lead={t.rich('settings.lead', { link })} />
      <ValidationNotice latest={latest} now={new Date()} isOwner={user.roles.includes('org_owner')} />
      <ClientMessages parts={['shell', 'problem', 'errors', 'forms', 'dates', 'ttl', 'units', 'settings']}>
        <PolicyForm orgId={user.orgId} saved={saved} draft={readDraft(parameters, saved)} submit={submitPolicyAction} ask={previewPolicyAction} />
      </ClientMessages>
    </>
  )
}
