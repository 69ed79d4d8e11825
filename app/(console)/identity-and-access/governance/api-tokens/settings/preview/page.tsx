import { CircleCheck } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Panel } from '@/components/ui/panel'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { askedPolicyQuery, readAskedPolicy } from '@/lib/governance/policy-preview'
import { listNewlyViolating } from '@/lib/governance/queries/list-newly-violating'
import { previewPolicy } from '@/lib/governance/queries/preview-policy'
import { requireUser } from '@/lib/platform/context'
import { isGovernor, requireGovernor } from '@/lib/platform/roles'
import { WouldViolateTable } from '../_components/would-violate-table'

const SETTINGS_PATH = `${GOVERNANCE_PATH}/settings`

type PagesProps = { query: string; after: boolean; next: string | null }

async function Pages({ query, after, next }: PagesProps) {
  const t = await getTranslations('settings')
  if (!after && !next) return null
  return (
    <nav aria-label={t('table')} className="flex flex-wrap justify-end gap-2 border-t border-line px-3 py-2">
      {after ? (
        <ButtonLink size="small" href={`${SETTINGS_PATH}/preview?${query}`}>
          {t('firstPage')}
        </ButtonLink>
      ) : null}
      {next ? (
        <ButtonLink size="small" href={`${SETTINGS_PATH}/preview?${query}&after=${next}`}>
          {t('nextPage')}
        </ButtonLink>
      ) : null}
    </nav>
  )
}

/** All the tokens that a policy would newly make violate: `?idle=60d&max=180d`, whether saved or only thought of. */
export default async function PreviewPage({ searchParams }: PageProps<'/identity-and-access/governance/api-tokens/settings/preview'>) {
  const [user, parameters] = await Promise.all([requireUser(), searchParams])
  if (!isGovernor(user)) notFound()
  if (!user.igaActivated) redirect(GOVERNANCE_PATH)
  const governor = requireGovernor(user)
  const policy = readAskedPolicy(parameters)
  const after = typeof parameters['after'] === 'string' ? parameters['after'] : undefined
  const [{ tokens, next }, preview, t] = await Promise.all([listNewlyViolating(governor, policy, after), previewPolicy(governor, policy, { named: 0 }), getTranslations()])
  const limit = (kind: 'idle' | 'max') => (policy[kind] ? t(`ttl.${policy[kind].unit}`, { value: policy[kind].value }) : t('settings.off'))
  const query = askedPolicyQuery(policy)
  const back = <ButtonLink href={`${SETTINGS_PATH}?${query}`}>{t('settings.back')}</ButtonLink>
  const steps = [{ label: t('nav.identityAndAccess') }, { label: t('nav.governance') }, { label: t('nav.apiTokens'), path: GOVERNANCE_PATH }]
  return (
    <>
      <Breadcrumbs steps={[...steps, { label: t('settings.title'), path: `${SETTINGS_PATH}?${query}` }, { label: t('settings.preview') }]} />
      <PageHead title={t('settings.previewTitle')} lead={t.rich('settings.previewLead', { idle: limit('idle'), max: limit('max'), b: (text) => <strong>{text}</strong> })} actions={back} />
      {preview.newlyViolating === 0 ? (
        <Empty icon={CircleCheck} title={t('settings.previewNoneTitle')}>
          {t('settings.previewNone')}
        </Empty>
      ) : (
        <Panel aria-labelledby="would-violate" className="@container overflow-clip">
          <h2 id="would-violate" className="px-4 py-3 text-sm font-text tracking-normal text-muted">
            {t('settings.previewCount', { count: preview.newlyViolating, users: preview.usersViolating, recent: preview.recentlyUsed })}
          </h2>
          {tokens.length > 0 ? (
            <WouldViolateTable tokens={tokens} policy={policy} now={preview.at} />
          ) : (
            <p className="border-t border-line px-4 py-10 text-center text-md text-muted">{t('settings.previewEnd')}</p>
          )}
          <Pages query={query} after={after !== undefined} next={next} />
        </Panel>
      )}
    </>
  )
}
