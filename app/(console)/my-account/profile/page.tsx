import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { findOwnAccount, listOwnOrganizations } from '@/lib/identity/queries/own-account'
import { requireUser } from '@/lib/platform/context'
import { OrganizationList } from './_components/organization-list'
import { ProfileForm } from './_components/profile-form'
import { updateProfileAction } from './actions'

export default async function ProfilePage() {
  const user = await requireUser()
  const [{ firstName, lastName, createdAt }, organizations, t] = await Promise.all([findOwnAccount(user), listOwnOrganizations(user), getTranslations()])
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.myAccount') }, { label: t('nav.profile') }]} />
      <PageHead title={t('profile.title')} lead={t('profile.lead')} />
      <div className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] gap-4">
        <ClientMessages parts={['shell', 'problem', 'errors', 'forms', 'profile']}>
          <ProfileForm update={updateProfileAction} person={{ firstName, lastName, email: user.email }} since={createdAt} />
        </ClientMessages>
        <OrganizationList organizations={organizations} shown={user.orgId} />
      </div>
    </>
  )
}
