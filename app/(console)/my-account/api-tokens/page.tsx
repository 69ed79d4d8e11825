import { KeyRound, Plus, ShieldCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { SelectionProvider } from '@/components/tokens/selection'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { linkClass } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { findTtlPolicy } from '@/lib/governance/queries/find-ttl-policy'
import { findPasscodeNeed } from '@/lib/identity/queries/find-passcode-need'
import { requireUser } from '@/lib/platform/context'
import { holdsSecret } from '@/lib/tokens/list-filter'
import { listOwnTokens } from '@/lib/tokens/queries/list-own-tokens'
import { ActsProvider } from './_components/list/acts-provider'
import { Help } from './_components/help'
import { listAddress, LIST_PATH, MFA_PATH, readListAddress, SEARCH_PARAMETER } from './_components/list/list-address'
import { SearchForm } from './_components/list/search-form'
import { TokenList } from './_components/list/token-list'
import { MfaBanner } from './_components/mfa-banner'
import { editTokenAction, revokeAllTokensAction, revokeTokenAction, revokeTokensAction } from './actions'

const GENERATE = `${LIST_PATH}/generate`

const acts = { revokeOne: revokeTokenAction, revokeSome: revokeTokensAction, revokeAll: revokeAllTokensAction, edit: editTokenAction }

function GenerateLink({ children }: { children: React.ReactNode }) {
  return (
    <ButtonLink look="primary" href={GENERATE}>
      <Plus />
      {children}
    </ButtonLink>
  )
}

/** The banner leads there, too, where there is one. */
function MfaLink({ children }: { children: React.ReactNode }) {
  return (
    <ButtonLink href={MFA_PATH}>
      <ShieldCheck />
      {children}
    </ButtonLink>
  )
}

export default async function ApiTokensPage({ searchParams }: PageProps<'/my-account/api-tokens'>) {
  const [user, parameters] = await Promise.all([requireUser(), searchParams])
  // An address is kept and shown: what of a secret has come into it leaves it at once.
  if (holdsSecret(parameters[SEARCH_PARAMETER])) redirect(listAddress(readListAddress(parameters)))
  const { after, ...filter } = readListAddress(parameters)
  const [{ tokens, counts, nextCursor }, policy, need, t] = await Promise.all([listOwnTokens(user, { ...filter, after }), findTtlPolicy(user), findPasscodeNeed(user), getTranslations()])
  const link = (text: React.ReactNode) => (
    <Link href={GENERATE} className={linkClass}>
      {text}
    </Link>
  )
  const selectable = tokens.filter(({ revokedAt }) => !revokedAt).map(({ id, name }) => ({ tokenId: id, name }))
  const generate = <GenerateLink>{t('nav.generate')}</GenerateLink>
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.myAccount') }, { label: t('nav.apiTokens') }]} />
      <PageHead
        title={t('list.title')}
        lead={t('list.lead', { organization: user.orgName })}
        actions={
          <>
            {need.passcode === 'not_needed' ? <MfaLink>{t('mfa.link')}</MfaLink> : null}
            {counts.total > 0 ? generate : null}
          </>
        }
      />
      <MfaBanner need={need} organization={user.orgName} />
      {counts.total === 0 ? (
        <Empty icon={KeyRound} title={t('list.emptyTitle')} actions={generate}>
          {t('list.emptyText')}
        </Empty>
      ) : (
        <ClientMessages parts={['shell', 'nav', 'problem', 'errors', 'list', 'selection', 'edit', 'revoke', 'revokeAll']}>
          <ActsProvider {...acts} all={{ orgId: user.orgId, count: counts.notRevoked }}>
            <SearchForm {...filter} />
            <SelectionProvider key={listAddress({ ...filter, after })} tokens={selectable}>
              <TokenList
                tokens={tokens}
                counts={counts}
                filter={filter}
                policy={policy}
                organization={user.orgName}
                now={new Date()}
                forOwner={user.roles.includes('org_owner')}
                paging={{ older: nextCursor ? listAddress({ ...filter, after: nextCursor }) : null, newest: after === undefined ? null : listAddress(filter) }}
              />
            </SelectionProvider>
          </ActsProvider>
          <p className="mt-4 max-w-[46rem] text-pretty text-muted">{t.rich('list.keep', { link })}</p>
        </ClientMessages>
      )}
      <Help />
    </>
  )
}
