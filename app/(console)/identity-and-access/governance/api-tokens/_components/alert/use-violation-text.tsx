import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import type { GovernedToken } from '@/lib/governance/governed-token'
import type { TtlPolicy } from '@/lib/governance/violation'

const DAY = 86_400_000

type Violated = Pick<GovernedToken, 'ttl' | 'issuedAt' | 'lastUsedAt'>

/** Names a violated policy, and says by how much it is violated and since when. */
export function useViolationText(token: Violated, policy: TtlPolicy, now: Date) {
  const t = useTranslations('governance.alert')
  const ttlText = useTtlText()
  const { ttl, issuedAt, lastUsedAt } = token
  const usedSinceIssue = lastUsedAt !== null && lastUsedAt > issuedAt
  const idleDays = Math.floor((now.getTime() - (usedSinceIssue ? lastUsedAt : issuedAt).getTime()) / DAY)
  return ({ kind, since }: GovernedToken['violations'][number]) => {
    const idle = kind === 'idle_ttl_exceeded'
    const limit = idle ? policy.idle : policy.max
    const common = { known: limit ? 'yes' : 'no', limit: limit ? ttlText(limit) : '', since: () => <Instant at={since} precision="day" /> } as const
    return {
      name: t(idle ? 'idle' : 'max'),
      reason: idle
        ? t.rich('idleReason', { ...common, used: usedSinceIssue ? 'once' : 'never', count: idleDays })
        : t.rich('maxReason', { ...common, granted: ttl ? 'ttl' : 'never', ttl: ttl ? ttlText(ttl) : '' }),
    }
  }
}
