import { useTranslations } from 'next-intl'
import { RoleRow } from '@/components/tokens/role-row'
import { Panel, PanelHead } from '@/components/ui/panel'
import type { OwnServiceRoles } from '@/lib/identity/queries/own-account'

const ID = 'service-roles'

/** The roles that services bring, under the name of each service. */
export function ServiceRoles({ services, empty }: { services: OwnServiceRoles[]; empty: string }) {
  const t = useTranslations('myRoles')
  return (
    <Panel aria-labelledby={ID}>
      <PanelHead id={ID} title={t('serviceRoles')} help={services.length === 0 ? empty : undefined} />
      {services.map(({ serviceId, displayName, roles }) => (
        <section key={serviceId} aria-labelledby={`service-${serviceId}`}>
          <h3 id={`service-${serviceId}`} className="border-t border-line bg-surface-sunken px-5 py-1.5 text-xs font-label text-muted max-sm:px-4">
            {displayName}
          </h3>
          <ul aria-labelledby={`service-${serviceId}`}>
            {roles.map(({ scope, displayName: role }) => (
              <RoleRow key={scope} name={role ?? t('unnamed')} about={<code>{scope}</code>} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  )
}
