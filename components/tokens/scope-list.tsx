import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { OrgRole } from '@/lib/identity/permissions'

export type Scopes = { allRoles: boolean; orgRoles: OrgRole[]; serviceRoles: { displayName: string }[]; openId: boolean }

/** The first scope and how many more; the rest is in the tooltip and read out. */
export function ScopeList({ allRoles, orgRoles, serviceRoles, openId }: Scopes) {
  const t = useTranslations()
  const roles = allRoles ? [t('scopes.all')] : [...orgRoles.map((role) => t(`roles.${role}.name`)), ...serviceRoles.map(({ displayName }) => displayName)]
  const [first = t('scopes.none'), ...rest] = openId ? [...roles, t('scopes.openId')] : roles
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
      <Badge tone="plain">{first}</Badge>
      {rest.length > 0 ? (
        <Badge tone="plain" title={rest.join(', ')}>
          <span aria-hidden>{t('scopes.more', { count: rest.length })}</span>
          <span className="sr-only">{t('scopes.moreLabel', { count: rest.length, names: rest.join(', ') })}</span>
        </Badge>
      ) : null}
    </span>
  )
}
