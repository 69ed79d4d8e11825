import { KeyRound, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { linkClass } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { requireUser } from '@/lib/platform/context'
import { listOwnTokens } from '@/lib/tokens/queries'
import { RevokeProvider } from './_components/revoke-provider'
import { TokenList } from './_components/token-list'
import { revokeTokenAction } from './actions'

const HERE = '/my-account/api-tokens'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('list')
  return { title: t('title') }
}

export default async function ApiTokensPage({ searchParams }: PageProps<'/my-account/api-tokens'>) {
  const [user, { after }] = await Promise.all([requireUser(), searchParams])
  const cursor = typeof after === 'string' ? after : undefined
  const [{ tokens, liveCount, nextCursor }, t] = await Promise.all([listOwnTokens(user, { after: cursor }), getTranslations()])
  const generate = (
    <ButtonLink look="primary" href={`${HERE}/generate`}>
      <Plus />
      {t('nav.generate')}
    </ButtonLink>
  )
  const link = (text: React.ReactNode) => (
    <Link href={`${HERE}/generate`} className={linkClass}>
      {text}
    </Link>
  )
  const older = nextCursor ? `${HERE}?after=${encodeURIComponent(nextCursor)}` : null
  const paging = { older, newest: cursor ? HERE : null }
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.myAccount') }, { label: t('nav.apiTokens') }]} />
      <PageHead title={t('list.title')} lead={t('list.lead', { organization: user.orgName })} actions={tokens.length > 0 ? generate : null} />
      {tokens.length > 0 ? (
        <ClientMessages parts={['shell', 'nav', 'problem', 'errors', 'list', 'revoke']}>
          <RevokeProvider revoke={revokeTokenAction}>
            <TokenList
              tokens={tokens}
              liveCount={liveCount}
              organization={user.orgName}
              now={new Date()}
              forOwner={user.roles.includes('org_owner')}
              paging={paging}
            />
          </RevokeProvider>
          <p className="mt-4 max-w-[46rem] text-pretty text-muted">{t.rich('list.keep', { link })}</p>
        </ClientMessages>
      ) : cursor ? (
        <Empty icon={KeyRound} title={t('list.endTitle')} actions={<ButtonLink href={HERE}>{t('list.newest')}</ButtonLink>}>
          {t('list.endText')}
        </Empty>
      ) : (
        <Empty icon={KeyRound} title={t('list.emptyTitle')} actions={generate}>
          {t('list.emptyText')}
        </Empty>
      )}
    </>
  )
}
