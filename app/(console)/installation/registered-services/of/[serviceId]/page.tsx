import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { RoleRow } from '@/components/tokens/role-row'
import { PageHead } from '@/components/ui/page-head'
import { Panel, PanelHead } from '@/components/ui/panel'
import { findService } from '@/lib/oauth/queries/list-services'
import { requireUser } from '@/lib/platform/context'
import { isInstallationOwner } from '@/lib/platform/roles'
import { SERVICES_PATH } from '../../_components/services-address'
import { removeServiceAction, rotateSecretAction } from '../../actions'
import { RemoveService } from './_components/remove-service'
import { ServiceSecret } from './_components/service-secret'

export default async function ServicePage({ params }: PageProps<'/installation/registered-services/of/[serviceId]'>) {
  const [user, { serviceId }] = await Promise.all([requireUser(), params])
  if (!isInstallationOwner(user)) notFound()
  const [service, t] = await Promise.all([findService(serviceId), getTranslations()])
  if (!service) notFound()
  const { id, displayName, roles, secretCreatedAt } = service
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.installation') }, { label: t('nav.services'), path: SERVICES_PATH }, { label: displayName }]} />
      <PageHead title={displayName} lead={t.rich('services.shownLead', { id: () => <code className="text-ink">{id}</code> })} />
      <div className="grid max-w-[40rem] grid-cols-[minmax(0,1fr)] gap-4">
        <Panel aria-labelledby="roles">
          <PanelHead id="roles" title={t('services.roles')} help={roles.length > 0 ? t('services.rolesAbout') : t('services.noRoles')} />
          {roles.length > 0 ? (
            <ul aria-labelledby="roles">
              {roles.map((role) => (
                <RoleRow key={role.name} name={role.displayName} about={<code>{`external/${id}/${role.name}`}</code>} />
              ))}
            </ul>
          ) : null}
        </Panel>
        <ClientMessages parts={['shell', 'problem', 'errors', 'signInAgain', 'generated', 'services']}>
          <ServiceSecret rotate={rotateSecretAction} service={{ id, displayName, secretCreatedAt }} />
          <RemoveService remove={removeServiceAction} id={id} />
        </ClientMessages>
      </div>
    </>
  )
}
