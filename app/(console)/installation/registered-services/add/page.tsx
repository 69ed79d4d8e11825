import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '@/components/shell/breadcrumbs'
import { ClientMessages } from '@/components/shell/client-messages'
import { PageHead } from '@/components/ui/page-head'
import { requireUser } from '@/lib/platform/context'
import { isInstallationOwner } from '@/lib/platform/roles'
import { SERVICES_PATH } from '../_components/services-address'
import { addServiceAction } from '../actions'
import { AddService } from './_components/add-service'

export default async function AddServicePage() {
  const user = await requireUser()
  if (!isInstallationOwner(user)) notFound()
  const t = await getTranslations()
  return (
    <>
      <Breadcrumbs steps={[{ label: t('nav.installation') }, { label: t('nav.services'), path: SERVICES_PATH }, { label: t('services.add') }]} />
      <PageHead title={t('services.add')} lead={t('services.addLead')} />
      <ClientMessages parts={['shell', 'problem', 'errors', 'signInAgain', 'generated', 'services']}>
        <div className="max-w-[40rem]">
          <AddService add={addServiceAction} />
        </div>
      </ClientMessages>
    </>
  )
}
