'use client'

import { CircleCheck, TriangleAlert, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { MfaPolicy } from '@/lib/identity/queries/find-mfa-policy'

const strong = (text: React.ReactNode) => <strong>{text}</strong>

/** Whom enforcing stops, or has stopped: users who hold tokens and have no device. */
export function Impact({ policy: { enforced, usersWithoutDevice: count } }: { policy: MfaPolicy }) {
  const t = useTranslations('authentication')
  const text = t.rich(enforced ? 'withoutOn' : 'withoutOff', { count, b: strong })
  const off = enforced ? <p className="hidden text-pretty text-muted group-has-[[role=switch]:not(:checked)]/enforce:block">{t('turnOffText')}</p> : null
  return (
    <>
      <Banner tone={count === 0 ? 'plain' : 'warn'} icon={count === 0 ? CircleCheck : enforced ? UserRound : TriangleAlert}>
        {text}
      </Banner>
      {enforced ? off : <p className="text-pretty text-muted">{t('scripts')}</p>}
    </>
  )
}
