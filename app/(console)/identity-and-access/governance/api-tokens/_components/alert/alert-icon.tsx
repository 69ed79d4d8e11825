import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { GovernedToken } from '@/lib/governance/governed-token'
import type { ListPlace } from '@/lib/governance/list-address'
import type { TtlPolicy } from '@/lib/governance/violation'
import { ActButton } from '../acts/act-button'
import { actableOf } from '../acts/actable'
import { PlaceLink } from '../place-link'
import { useViolationText } from './use-violation-text'

const buttonLook =
  'relative inline-grid size-7 place-items-center rounded-control text-warning hover:bg-warning-surface hover:inset-ring hover:inset-ring-warning-border ' +
  'has-[+:popover-open]:bg-warning-surface has-[+:popover-open]:inset-ring has-[+:popover-open]:inset-ring-warning-border max-sm:size-9'

type AlertIconProps = { token: GovernedToken; place: ListPlace; policy: TtlPolicy; now: Date }

/** That a token violates a policy; pressed, which, since when, and what to do. */
export function AlertIcon({ token, place, policy, now }: AlertIconProps) {
  const t = useTranslations('governance.alert')
  const text = useViolationText(token, policy, now)
  const count = token.violations.length
  const name = t('name', { count, name: token.name })
  return (
    <Popover
      label={name}
      title={name}
      triggerClass={buttonLook}
      trigger={
        <>
          <TriangleAlert />
          {count > 1 ? (
            <b aria-hidden className="absolute top-0 -right-px h-3.25 min-w-3.25 rounded-full bg-surface text-center text-[0.625rem] leading-3.25 font-strong">
              {count}
            </b>
          ) : null}
        </>
      }
      className="w-[22rem] px-4 pt-3 pb-4 text-left whitespace-normal"
    >
      <p className="mb-2 flex items-start gap-2 font-strong wrap-anywhere">
        <TriangleAlert className="mt-px text-warning" />
        {name}
      </p>
      <ul className="grid gap-3">
        {token.violations.map((violation) => {
          const { name: policyName, reason } = text(violation)
          return (
            <li key={violation.kind}>
              <strong className="block">{policyName}</strong>
              <span className="text-muted">{reason}</span>
            </li>
          )
        })}
      </ul>
      {token.deactivated ? null : <p className="mt-3 text-muted">{t('works')}</p>}
      <div className="mt-3 flex gap-2 border-t border-line pt-3">
        <ActButton token={actableOf(token, now)} size="small" />
        <PlaceLink place={{ ...place, details: token.id }} className={buttonClass({ look: 'quiet', size: 'small' })}>
          {t('details')}
        </PlaceLink>
      </div>
    </Popover>
  )
}
