import { Blocks, Plus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { listServices } from '@/lib/oauth/queries/list-services'
import { requireUser } from '@/lib/platform/context'
import { isInstallationOwner } from '@/lib/platform/roles'
import { ServiceList } from './_components/service-list'
import { ADD_PATH } from './_components/services-address'

/** The installation's, whatever organization is shown. */
export default async function ServicesPage() {
  const user = await requireUser()
  if (!isInstallationOwner(user)) notFound()
  const [services, t] = await Promise.all([listServices(), getTranslations()])
  const add = (
    <ButtonLink href={ADD_PATH} look="primary">
      <Plus />
      {t('services.add')}
    </ButtonLink>
  )
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.installation') }, { label: t('nav.services') }]} />
      <PageHead title={t('services.title')} lead={t('services.lead')} actions={services.length > 0 ? add : null} />
      {services.length > 0 ? (
        <ServiceList services={services} now={new Date()} />
      ) : (
        <Empty icon={Blocks} title={t('services.empty')} actions={add}>
          {t('services.emptyText')}
        </Empty>
      )}
    </>
  )
}
