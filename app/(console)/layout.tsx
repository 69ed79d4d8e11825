import { getTranslations } from 'next-intl/server'
import { FreshSignInProvider } from '@/components/forms/fresh-sign-in'
import { Choices } from '@/components/shell/choices'
import { ClientMessages } from '@/components/shell/client-messages'
import { Header } from '@/components/shell/header'
import { LocaleMenu } from '@/components/shell/locale-menu'
import { navigationFor } from '@/components/shell/navigation'
import { OrganizationMenu } from '@/components/shell/organization-menu'
import { SideNavigation } from '@/components/shell/side-navigation'
import { ThemeMenu } from '@/components/shell/theme-menu'
import { UserMenu } from '@/components/shell/user-menu'
import { ViolationCount } from '@/components/shell/violation-count'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'
import { countViolating } from '@/lib/governance/queries/count-violating'
import { fullName } from '@/lib/identity/full-name'
import { requireUser } from '@/lib/platform/context'
import { renewSignInAction, signOutAction, switchOrganizationAction } from './actions'

const CONTENT_ID = 'content'

const skipClass =
  'absolute -top-16 left-3 z-60 rounded-control bg-surface-raised px-3 py-2 text-accent shadow-2 focus:top-2'

export default async function ConsoleLayout({ children }: { children: React.ReactNode }) {
  const user = await requireUser()
  const [t, violating] = await Promise.all([getTranslations('shell'), countViolating(user)])
  const counts = violating && violating.count > 0 ? { [GOVERNANCE_PATH]: <ViolationCount total={violating} /> } : {}
  return (
    <ClientMessages parts={['shell', 'nav', 'problem', 'errors', 'signInAgain']}>
      <a href={`#${CONTENT_ID}`} className={skipClass}>
        {t('skip')}
      </a>
      <Header
        organization={
          <OrganizationMenu
            current={{ id: user.orgId, name: user.orgName }}
            organizations={user.organizations}
            switchAction={switchOrganizationAction}
          />
        }
      >
        <LocaleMenu locale={user.locale} />
        <ThemeMenu theme={user.theme} />
        <UserMenu name={fullName(user)} email={user.email} signOutAction={signOutAction} />
      </Header>
      <div className="grid min-h-[calc(100dvh-var(--header))] grid-cols-[minmax(0,1fr)] lg:grid-cols-[var(--nav)_minmax(0,1fr)]">
        <SideNavigation sections={navigationFor(user)} counts={counts}>
          <Choices locale={user.locale} theme={user.theme} />
        </SideNavigation>
        <main id={CONTENT_ID} tabIndex={-1} className="w-full max-w-[106rem] min-w-0 border-line px-6 pt-5 pb-16 outline-none max-sm:px-4 max-sm:pt-4 max-sm:pb-12 lg:border-l">
          <FreshSignInProvider renew={renewSignInAction}>{children}</FreshSignInProvider>
        </main>
      </div>
    </ClientMessages>
  )
}
