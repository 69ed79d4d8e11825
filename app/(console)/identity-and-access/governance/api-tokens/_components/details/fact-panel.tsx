import { Ban, CircleCheck, CircleX, ClockAlert, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { classNames } from '@/components/ui/class-names'
import type { TokenDetails } from '@/lib/governance/token-details'
import type { TtlPolicy } from '@/lib/governance/violation'
import { useViolationText } from '../alert/use-violation-text'

type FactProps = { icon: LucideIcon; name: string; tone: string; is: boolean; children: React.ReactNode }

/** One of the four, always there and always in the same place. */
function Fact({ icon: Icon, name, tone, is, children }: FactProps) {
  return (
    <div className="grid grid-cols-[16px_6.5rem_minmax(0,1fr)] gap-2 border-b border-line px-3 py-2 last:border-0">
      <Icon className={classNames('mt-px', is ? tone : 'text-subtle')} />
      <dt className={is ? 'font-label' : 'text-muted'}>{name}</dt>
      <dd className={classNames('grid gap-2 wrap-anywhere', !is && 'text-muted')}>{children}</dd>
    </div>
  )
}

function Verdict({ token }: { token: TokenDetails }) {
  const t = useTranslations('governance.details')
  const { obstacle } = token
  // Each that holds is said, not just the worst.
  const facts = (['revoked', 'deactivated', 'expired'] as const).filter((fact) => ({ revoked: token.revokedAt !== null, deactivated: token.deactivated !== null, expired: token.expired })[fact])
  const user = token.user.status === 'active' ? [] : ([`user_${token.user.status}`] as const)
  const Icon = obstacle ? CircleX : CircleCheck
  return (
    <p className="flex gap-2 border-b border-line bg-surface-sunken p-3 font-label">
      <Icon className={classNames('mt-px', obstacle ? 'text-danger' : 'text-success')} />
      <span>{obstacle ? t('cannot', { facts: [...facts, ...user].map((fact) => t(`obstacles.${fact}`)).join(', ') }) : t('can')}</span>
    </p>
  )
}

function Deactivation({ deactivated: { at, by, reason, note } }: { deactivated: NonNullable<TokenDetails['deactivated']> }) {
  const t = useTranslations('governance')
  const reasonName = useTranslations('acts.reasons')
  const when = () => <Instant at={at} />
  return (
    <>
      <p>{t.rich('details.yesBy', { by: by || t('table.someOwner'), when })}</p>
      <p className="text-muted">
        {t('details.reason', { reason: reasonName(reason) })}
        {note ? ` ${t('details.note', { text: note })}` : null}
      </p>
    </>
  )
}

type FactPanelProps = { token: TokenDetails; policy: TtlPolicy; now: Date }

/** Whether a token can be exchanged, above the four facts, none of which ever stands for another. */
export function FactPanel({ token, policy, now }: FactPanelProps) {
  const t = useTranslations('governance.details')
  const violationText = useViolationText(token, policy, now)
  const { revokedAt, expiresAt, expired, deactivated, violations } = token
  const on = (at: Date) => ({ when: () => <Instant at={at} /> })
  return (
    <section aria-label={t('state')} className="overflow-clip rounded-panel border border-line">
      <Verdict token={token} />
      <dl>
        <Fact icon={CircleX} name={t('revoked')} tone="text-danger" is={revokedAt !== null}>
          <p>{revokedAt ? t.rich('yesOn', on(revokedAt)) : t('no')}</p>
        </Fact>
        <Fact icon={ClockAlert} name={t('expired')} tone="text-danger" is={expired}>
          <p>{expiresAt ? t.rich(expired ? 'yesOn' : 'notExpired', on(expiresAt)) : t('neverExpires')}</p>
        </Fact>
        <Fact icon={Ban} name={t('deactivated')} tone="text-ink" is={deactivated !== null}>
          {deactivated ? <Deactivation deactivated={deactivated} /> : t('no')}
        </Fact>
        <Fact icon={TriangleAlert} name={t('violating')} tone="text-warning" is={violations.length > 0}>
          {violations.length === 0
            ? t('no')
            : violations.map((violation) => {
                const { name, reason } = violationText(violation)
                return (
                  <p key={violation.kind}>
                    <strong className="block">{name}</strong>
                    {reason}
                  </p>
                )
              })}
        </Fact>
      </dl>
    </section>
  )
}
