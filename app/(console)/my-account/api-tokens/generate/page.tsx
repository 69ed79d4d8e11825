import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { findMaxTokenTtl } from '@/lib/governance/queries/find-ttl-policy'
import { listScopeChoices } from '@/lib/tokens/queries/list-scope-choices'
import { findPasscodeNeed } from '@/lib/identity/queries/find-passcode-need'
import { requireUser } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { GenerateForm } from './_components/generate-form'
import { generateTokenAction, postTokenAction } from './actions'

export default async function GeneratePage() {
  const user = await requireUser()
  const [choices, limit, need, t] = await Promise.all([listScopeChoices(user), findMaxTokenTtl(user), findPasscodeNeed(user), getTranslations()])
  return (
    <>
      <Breadcrumbs
        steps={[{ label: t('nav.myAccount') }, { label: t('nav.apiTokens'), path: '/my-account/api-tokens' }, { label: t('nav.generate') }]}
      />
      <PageHead title={t('generate.title')} />
      <ClientMessages parts={['shell', 'nav', 'problem', 'errors', 'roles', 'ttl', 'units', 'generate', 'generated', 'copyCommand', 'passcode']}>
        <GenerateForm
          generate={generateTokenAction}
          post={postTokenAction}
          choices={choices}
          limit={limit}
          need={need}
          organization={{ id: user.orgId, name: user.orgName }}
          publicUrl={env().publicUrl}
          now={new Date().toISOString()}
        />
      </ClientMessages>
    </>
  )
}
