import { ClientMessages } from '@/components/shell/client-messages'
import { findMaxTokenTtl } from '@/lib/governance/queries/find-ttl-policy'
import { findPasscodeNeed } from '@/lib/identity/queries/find-passcode-need'
import { requireUser } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import { RegenerateProvider } from './_components/regenerate/regenerate-provider'
import { TokenGeneratedProvider } from './_components/secret/token-generated-provider'
import { regenerateTokenAction } from './actions'

/** Holds what stands over these pages while they change below: the question before regenerating, and the secret. */
export default async function ApiTokensLayout({ children }: { children: React.ReactNode }) {
  const user = await requireUser()
  const [limit, need] = await Promise.all([findMaxTokenTtl(user), findPasscodeNeed(user)])
  return (
    <ClientMessages parts={['shell', 'nav', 'problem', 'errors', 'ttl', 'units', 'generated', 'copyCommand', 'regenerate', 'passcode']}>
      <TokenGeneratedProvider publicUrl={env().publicUrl} need={need} organization={user.orgName}>
        <RegenerateProvider regenerate={regenerateTokenAction} limit={limit} organization={user.orgName}>
          {children}
        </RegenerateProvider>
      </TokenGeneratedProvider>
    </ClientMessages>
  )
}
