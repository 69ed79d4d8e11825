import { useTranslations } from 'next-intl'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { TwoLines } from '@/components/ui/table'
import { unusedLength, type WouldViolate } from '@/lib/governance/policy-preview'
import type { TtlPolicy, Violation } from '@/lib/governance/violation'

const bold = (text: React.ReactNode) => <strong className="text-ink">{text}</strong>

type ReasonProps = { token: WouldViolate; kind: Violation; policy: TtlPolicy; now: Date }

function Reason({ token, kind, policy, now }: ReasonProps) {
  const t = useTranslations('settings')
  const ttlText = useTtlText()
  const about = kind === 'idle_ttl_exceeded' ? 'idle' : 'max'
  const rule = policy[about]
  const limit = rule ? ttlText(rule) : ''
  const length = kind === 'idle_ttl_exceeded' ? unusedLength(token.unusedSince, now) : token.ttl
  const reason = { idle_ttl_exceeded: 'unusedFor', max_ttl_exceeded: 'grantedFor', never_expires: 'neverExpires' } as const
  return <TwoLines second={t.rich(reason[kind], { b: bold, length: length ? ttlText(length) : '', limit })}>{t(about)}</TwoLines>
}

/** Which limits a token would break: its own figure beside the new limit. */
export function ViolationReasons({ token, policy, now }: Omit<ReasonProps, 'kind'>) {
  const t = useTranslations('settings')
  return (
    <div className="grid gap-1">
      <span className="label">{t('wouldViolate')}</span>
      {token.violations.map((kind) => (
        <div key={kind}>
          <Reason token={token} kind={kind} policy={policy} now={now} />
        </div>
      ))}
    </div>
  )
}
