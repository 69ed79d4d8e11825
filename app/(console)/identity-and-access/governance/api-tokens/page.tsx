import { KeyRound, Settings2 } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { filterParameters, GOVERNANCE_PATH, holdsSecret, listAddress, readListPlace, WHO_PARAMETER, type ListPlace } from '@/lib/governance/list-address'
import { countKinds } from '@/lib/governance/queries/count-kinds'
import { findBulkChange } from '@/lib/governance/queries/find-bulk-change'
import { findLatestRun, type LatestRun } from '@/lib/governance/queries/find-latest-run'
import { findBeforeActivation } from '@/lib/governance/queries/find-before-activation'
import { findFilterNames } from '@/lib/governance/queries/find-filter-names'
import { findTokenDetails } from '@/lib/governance/queries/find-token-details'
import { findTtlPolicy } from '@/lib/governance/queries/find-ttl-policy'
import { listExpirations } from '@/lib/governance/queries/list-expirations'
import { listRoleChoices } from '@/lib/governance/queries/list-role-choices'
import { listTokens } from '@/lib/governance/queries/list-tokens'
import { listViolationDays } from '@/lib/governance/queries/list-violation-days'
import { isNarrowed } from '@/lib/governance/token-filter'
import { searchMembers } from '@/lib/identity/queries/search-members'
import { APPLY_PARAMETER } from '@/lib/page-size'
import { requireUser } from '@/lib/platform/context'
import { isAuditReader, isGovernor, requireGovernor, type GovernorContext } from '@/lib/platform/roles'
import { actableOf } from './_components/acts/actable'
import { ActsProvider } from './_components/acts/acts-provider'
import { ChangeNotice } from './_components/acts/change-notice'
import { SelectionProvider } from './_components/acts/selection'
import { Charts } from './_components/charts/charts'
import { Counts } from './_components/counts/counts'
import { TokenDrawer } from './_components/details/token-drawer'
import { FilterBar } from './_components/filters/filter-bar'
import type { WhoProps } from './_components/filters/who'
import { GetStarted } from './_components/get-started/get-started'
import { TokenList } from './_components/list/token-list'
import { LastValidated } from './_components/validation/last-validated'
import { ValidateNow } from './_components/validation/validate-now'
import { ValidationNotice } from './_components/validation/validation-notice'
import { activateGovernanceAction, activateTokensAction, changeMatchingAction, countMatchingAction, deactivateTokensAction, searchTokensAction, validateNowAction } from './actions'

/** What scripts of the page say. */
const CLIENT_MESSAGES = ['shell', 'nav', 'problem', 'errors', 'governanceSearch', 'acts', 'bulk', 'selection', 'validation'] as const

const acts = { deactivate: deactivateTokensAction, activate: activateTokensAction, countMatching: countMatchingAction, changeMatching: changeMatchingAction }

/** Whom a typed name may mean. One leads to that one's tokens; a secret that was typed there is not looked at. */
async function findWho(ctx: GovernorContext, { filter, sort, size }: ListPlace, typed: string | string[] | undefined): Promise<WhoProps | null> {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '' || text.includes('tw_')) return null
  const users = await searchMembers(ctx, text)
  const [only, another] = users
  const place = { filter, sort, size }
  if (only && !another) redirect(listAddress({ ...place, filter: { ...filter, user: only.id } }))
  return { text, users, place }
}

/** Everything that the page shows at `place`, read at once. */
async function readDashboard(ctx: GovernorContext, place: ListPlace) {
  const [page, totals, weeks, violations, names, roles, policy, change, latest, details] = await Promise.all([
    listTokens(ctx, place),
    countKinds(ctx),
    listExpirations(ctx),
    listViolationDays(ctx),
    findFilterNames(ctx, place.filter),
    listRoleChoices(ctx),
    findTtlPolicy(ctx),
    findBulkChange(ctx),
    findLatestRun(ctx),
    place.details === undefined ? null : findTokenDetails(ctx, place.details),
  ])
  return { page, totals, weeks, violations, names, roles, policy, change, latest, details }
}

type HeadActsProps = { settings: string; latest: LatestRun; now: Date; isOwner: boolean }

function HeadActs({ settings, latest, now, isOwner }: HeadActsProps) {
  return (
    <>
      <LastValidated latest={latest} now={now} />
      {isOwner ? <ValidateNow validate={validateNowAction} going={latest.open !== null} /> : null}
      <ButtonLink href={`${GOVERNANCE_PATH}/settings`}>
        <Settings2 />
        {settings}
      </ButtonLink>
    </>
  )
}

export default async function GovernancePage({ searchParams }: PageProps<'/identity-and-access/governance/api-tokens'>) {
  const [user, parameters] = await Promise.all([requireUser(), searchParams])
  if (!isGovernor(user)) notFound()
  if (!user.igaActivated) {
    const activate = user.roles.includes('org_owner') ? activateGovernanceAction : null
    return <GetStarted orgId={user.orgId} organization={user.orgName} before={await findBeforeActivation(user)} activate={activate} />
  }
  const ctx = requireGovernor(user)
  const place = readListPlace(parameters)
  // Its address would stand in every link of the page, and in whatever view is shared.
  if (holdsSecret(parameters)) redirect(listAddress({ ...place, details: undefined }))
  const who = await findWho(ctx, place, parameters[WHO_PARAMETER])
  // A form of the browser's own names what was left empty, too: every view has but one address.
  if (!who && parameters[APPLY_PARAMETER] !== undefined) redirect(listAddress(place))
  const [data, t] = await Promise.all([readDashboard(ctx, place), getTranslations()])
  const now = new Date()
  const mayAct = user.roles.includes('org_owner')
  const selectable = mayAct ? data.page.tokens.filter(({ revokedAt }) => !revokedAt).map((token) => actableOf(token, now)) : []
  const shown = { place, names: data.names, roles: data.roles, policy: data.policy, now, organization: user.orgName }
  return (
    <ClientMessages parts={CLIENT_MESSAGES}>
      <Breadcrumbs steps={[{ label: t('nav.identityAndAccess') }, { label: t('nav.governance') }, { label: t('nav.apiTokens') }]} />
      <PageHead title={t('governance.title')} lead={t('governance.lead', { organization: user.orgName })} actions={<HeadActs settings={t('governance.settings')} latest={data.latest} now={now} isOwner={mayAct} />} />
      <ValidationNotice latest={data.latest} now={now} isOwner={mayAct} />
      <ActsProvider {...acts} matching={{ orgId: user.orgId, filter: Object.fromEntries(filterParameters(place.filter)), total: data.page.total }} mayAct={mayAct}>
        {data.page.total.count === 0 && !isNarrowed(place.filter) ? (
          <Empty icon={KeyRound} title={t('governance.empty.title')}>
            {t('governance.empty.text', { organization: user.orgName })}
          </Empty>
        ) : (
          <>
            <ChangeNotice change={data.change} />
            <Counts totals={data.totals} place={place} />
            <Charts weeks={data.weeks} violations={data.violations} now={now} size={place.size} />
            <FilterBar search={searchTokensAction} who={who} place={place} names={data.names} roles={data.roles} />
            <SelectionProvider key={listAddress({ ...place, details: undefined })} tokens={selectable}>
              <TokenList {...shown} page={data.page} mayAct={mayAct} />
            </SelectionProvider>
          </>
        )}
        {place.details === undefined ? null : <TokenDrawer {...shown} token={data.details} audits={isAuditReader(user)} />}
      </ActsProvider>
    </ClientMessages>
  )
}
