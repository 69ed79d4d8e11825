import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { findTokenDetails } from '@/lib/governance/queries/find-token-details'
import { requireUser } from '@/lib/platform/context'
import { isGovernor, requireGoverningOwner } from '@/lib/platform/roles'
import { actableOf } from '../../_components/acts/actable'
import { SwitchForm } from './_components/switch-form'
import { switchTokenAction } from './actions'

/** Deactivate or activate one token, for a browser without JavaScript: the same question as the list's dialog. */
export default async function SwitchPage({ params }: PageProps<'/identity-and-access/governance/api-tokens/[tokenId]/switch'>) {
  const [user, { tokenId }] = await Promise.all([requireUser(), params])
  if (!isGovernor(user) || !user.igaActivated || !user.roles.includes('org_owner')) notFound()
  const token = await findTokenDetails(requireGoverningOwner(user), tokenId)
  if (!token || token.revokedAt) notFound()
  const t = await getTranslations()
  const kind = token.deactivated ? 'activate' : 'deactivate'
  const title = t(`acts.title.${kind}`, { count: 1, name: token.name })
  return (
    <ClientMessages parts={['acts', 'errors', 'problem']}>
      <Breadcrumbs
        steps={[{ label: t('nav.identityAndAccess') }, { label: t('nav.governance') }, { label: t('nav.apiTokens'), path: GOVERNANCE_PATH }, { label: token.name }]}
      />
      <PageHead title={title} />
      <SwitchForm kind={kind} token={actableOf(token, new Date())} run={switchTokenAction} back={`${GOVERNANCE_PATH}?details=${token.id}`} />
    </ClientMessages>
  )
}
