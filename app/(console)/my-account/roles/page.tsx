import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { RoleRow } from '@/components/tokens/role-row'
import { PageHead } from '@/components/ui/page-head'
import { listOwnServiceRoles } from '@/lib/identity/queries/own-account'
import { requireUser } from '@/lib/platform/context'
import { switchOrganizationAction } from '../../actions'
import { OtherOrganizations } from './_components/other-organizations'
import { RolesPanel } from './_components/roles-panel'
import { ServiceRoles } from './_components/service-roles'

export default async function RolesPage() {
  const user = await requireUser()
  const [services, t] = await Promise.all([listOwnServiceRoles(user), getTranslations()])
  const organization = user.orgName
  const others = user.organizations.filter(({ id }) => id !== user.orgId)
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.myAccount') }, { label: t('nav.roles') }]} />
      <PageHead title={t('myRoles.title')} lead={t('myRoles.lead', { organization })} />
      <div className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] gap-4">
        <RolesPanel id="org-roles" title={t('myRoles.orgRoles')} empty={t('myRoles.noOrgRoles', { organization })}>
          {user.roles.map((role) => (
            <RoleRow key={role} name={t(`roles.${role}.name`)} about={t(`roles.${role}.about`)} />
          ))}
        </RolesPanel>
        <ServiceRoles services={services} empty={t('myRoles.noServiceRoles', { organization })} />
        <p className="text-pretty text-muted">{t('myRoles.ask', { organization, reader: user.roles.includes('org_owner') ? 'owner' : 'other' })}</p>
        {others.length > 0 ? <OtherOrganizations organizations={others} switchAction={switchOrganizationAction} /> : null}
      </div>
    </>
  )
}
