import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Avatar } from '@/components/shell/avatar'
import { Instant } from '@/components/tokens/instant'
import { Badge } from '@/components/ui/badge'
import { linkClass } from '@/components/ui/link'
import { Panel, PanelHead } from '@/components/ui/panel'
import type { OwnOrganization } from '@/lib/identity/queries/own-account'

/** The roles of one organization in a line: by name, and the service roles as a count. */
function RoleNames({ roles, serviceRoleCount }: Pick<OwnOrganization, 'roles' | 'serviceRoleCount'>) {
  const t = useTranslations()
  const names = roles.length > 0 ? roles.map((role) => t(`roles.${role}.name`)) : [t('profile.noRoles')]
  return [...names, ...(serviceRoleCount > 0 ? [t('profile.services', { count: serviceRoleCount })] : [])].join(', ')
}

/** @param shown the id of the organization that the console shows */
export function OrganizationList({ organizations, shown }: { organizations: OwnOrganization[]; shown: string }) {
  const t = useTranslations('profile')
  return (
    <Panel aria-labelledby="organizations">
      <PanelHead id="organizations" title={t('organizations')} />
      <ul>
        {organizations.map(({ id, name, memberSince, ...held }) => (
          <li key={id} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 border-t border-line px-5 py-3 max-sm:px-4">
            <Avatar shape="organization" name={name} />
            <div className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-label wrap-anywhere">{name}</span>
                {id === shown && organizations.length > 1 ? <Badge tone="plain">{t('shown')}</Badge> : null}
                <span className="ml-auto text-xs text-subtle max-sm:ml-0 max-sm:w-full">{t.rich('memberSince', { date: () => <Instant at={memberSince} precision="day" /> })}</span>
              </span>
              <span className="text-pretty text-muted">
                <RoleNames {...held} />
              </span>
              {id === shown ? (
                <Link href="/my-account/roles" className={`${linkClass} min-h-6 justify-self-start leading-6 wrap-anywhere`}>
                  {t('rolesLink', { organization: name })}
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
