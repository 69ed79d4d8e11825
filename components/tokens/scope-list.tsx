import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { OrgRole } from '@/lib/identity/permissions'

export type Scopes = { allRoles: boolean; orgRoles: OrgRole[]; serviceRoles: { displayName: string }[]; openId: boolean }

/** The first scope and how many more; the rest is in the tooltip and read out. On a phone, which has no tooltips, all of them. */
export function ScopeList({ allRoles, orgRoles, serviceRoles, openId }: Scopes) {
  const t = useTranslations()
  const roles = allRoles ? [t('scopes.all')] : [...orgRoles.map((role) => t(`roles.${role}.name`)), ...serviceRoles.map(({ displayName }) => displayName)]
  const [first = t('scopes.none'), ...rest] = openId ? [...roles, t('scopes.openId')] : roles
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 max-sm:contents">
      <Badge tone="plain">{first}</Badge>
      {rest.length > 0 ? (
        <span className="flex max-sm:hidden">
          <Badge tone="plain" title={rest.join(', ')}>
            <span aria-hidden>{t('scopes.more', { count: rest.length })}</span>
            <span className="sr-only">{t('scopes.moreLabel', { count: rest.length, names: rest.join(', ') })}</span>
          </Badge>
        </span>
      ) : null}
      {rest.map((scope) => (
        <span key={scope} className="flex sm:hidden">
          <Badge tone="plain">{scope}</Badge>
        </span>
      ))}
    </span>
  )
}
