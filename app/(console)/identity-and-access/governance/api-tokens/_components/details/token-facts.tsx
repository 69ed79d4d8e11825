import { useTranslations } from 'next-intl'
import { Instant, Relative } from '@/components/tokens/instant'
import { ScopeList } from '@/components/tokens/scope-list'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { linkClass } from '@/components/ui/link'
import type { ListPlace } from '@/lib/governance/list-address'
import type { TokenDetails } from '@/lib/governance/token-details'
import { WHOLE_LIST } from '@/lib/governance/token-filter'
import { PlaceLink } from '../place-link'

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted hyphens-auto">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}

function When({ at, now, children }: { at: Date; now: Date; children?: React.ReactNode }) {
  return (
    <>
      <Instant at={at} /> <span className="text-subtle">· {children ?? <Relative at={at} now={now} />}</span>
    </>
  )
}

type TokenFactsProps = { token: TokenDetails; place: ListPlace; now: Date }

/** Every fact of a token that is not its state. */
export function TokenFacts({ token, place: { sort, size }, now }: TokenFactsProps) {
  const t = useTranslations('governance')
  const dates = useTranslations('dates')
  const ttlText = useTtlText()
  const { user, description, createdAt, issuedAt, expiresAt, lastUsedAt, ttl, reminderDays } = token
  const regenerated = issuedAt.getTime() !== createdAt.getTime()
  return (
    <dl className="grid grid-cols-[minmax(6.5rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      <Fact name={t('details.user')}>
        <PlaceLink place={{ filter: { ...WHOLE_LIST, user: user.id }, sort, size }} title={t('table.filterUser', { name: user.name })} className={linkClass}>
          {user.name}
        </PlaceLink>
        <span className="block text-subtle">{user.email}</span>
      </Fact>
      <Fact name={t('details.description')}>{description ?? <span className="text-subtle">{t('details.none')}</span>}</Fact>
      <Fact name={t('details.scopes')}>
        <ScopeList {...token} every />
      </Fact>
      <Fact name={t('details.created')}>
        <When at={createdAt} now={now} />
      </Fact>
      <Fact name={t('details.issued')}>
        <When at={issuedAt} now={now}>
          {regenerated ? undefined : t('details.neverRegenerated')}
        </When>
      </Fact>
      <Fact name={t('details.ttl')}>{ttl ? ttlText(ttl) : dates('neverExpires')}</Fact>
      <Fact name={t('details.expires')}>{expiresAt ? <When at={expiresAt} now={now} /> : dates('neverExpires')}</Fact>
      <Fact name={t('details.lastUsed')}>{lastUsedAt ? <When at={lastUsedAt} now={now} /> : dates('neverUsed')}</Fact>
      <Fact name={t('details.reminder')}>{reminderDays === null ? t('details.noReminder') : t('details.reminderDays', { days: reminderDays })}</Fact>
    </dl>
  )
}
