import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { OrgRole } from '@/lib/identity/permissions'

export type Scopes = {
  allRoles: boolean
  orgRoles: OrgRole[]
  serviceRoles: { scope: string; displayName: string }[]
  openId: boolean
  /** Those of them that the token's user does not hold any more. */
  lost?: string[]
}

/** Roles whose holder has lost them stay in the token, struck through: with the role they would count again. */
function Lost({ names }: { names: string[] }) {
  const t = useTranslations('scopes')
  return names.map((name) => (
    <Badge key={name} tone="gone" title={t('lostTitle', { name })}>
      <s className="decoration-1">{name}</s>
      <span className="sr-only">: {t('lost')}</span>
    </Badge>
  ))
}

/** The first scope and how many more; the rest is in the tooltip and read out. On a phone, which has no tooltips, all of them. */
function Counting({ names: [first, ...rest], every }: { names: string[]; every: boolean }) {
  const t = useTranslations('scopes')
  if (first === undefined) return null
  return (
    <>
      <Badge tone="plain">{first}</Badge>
      {rest.length > 0 && !every ? (
        <span className="flex max-sm:hidden">
          <Badge tone="plain" title={rest.join(', ')}>
            <span aria-hidden>{t('more', { count: rest.length })}</span>
            <span className="sr-only">{t('moreLabel', { count: rest.length, names: rest.join(', ') })}</span>
          </Badge>
        </span>
      ) : null}
      {rest.map((scope) => (
        <span key={scope} className={every ? 'flex' : 'flex sm:hidden'}>
          <Badge tone="plain">{scope}</Badge>
        </span>
      ))}
    </>
  )
}

/** What a token may do: the scopes that count, then those that do not any more. `every`: there is room for all of them. */
export function ScopeList({ allRoles, orgRoles, serviceRoles, openId, lost = [], every = false }: Scopes & { every?: boolean }) {
  const t = useTranslations()
  const roles = [
    ...orgRoles.map((role) => ({ scope: role, name: t(`roles.${role}.name`) })),
    ...serviceRoles.map(({ scope, displayName }) => ({ scope, name: displayName })),
  ]
  const isLost = ({ scope }: { scope: string }) => lost.includes(scope)
  const counting = [...(allRoles ? [t('scopes.all')] : roles.filter((role) => !isLost(role)).map(({ name }) => name)), ...(openId ? [t('scopes.openId')] : [])]
  const lostNames = roles.filter(isLost).map(({ name }) => name)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 max-sm:contents">
      <Counting names={counting.length + lostNames.length > 0 ? counting : [t('scopes.none')]} every={every} />
      <Lost names={lostNames} />
    </span>
  )
}
