'use client'

import { Bell, BellOff, EyeOff, IdCard, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Refusal } from '@/components/forms/call-action'
import { RefusalBanner } from '@/components/forms/refusal-banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { panelClass } from '@/components/ui/panel'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import type { PasscodeNeed } from '@/lib/identity/queries/find-passcode-need'
import { tryTtl } from '@/lib/tokens/token-ttl'
import { fittingReminder, ttlOf, type Values } from './form-values'
import { Sentence } from './sentence'
import type { ScopeNames } from './use-scope-names'

type SummaryProps = { limit: TtlLimit | null; need: PasscodeNeed; organization: string; now: Date; scopeNames: ScopeNames; refusal: Refusal | null }

function Tick({ icon, className = '', children }: { icon: React.ReactNode; className?: string; children: React.ReactNode }) {
  return (
    <li className={`${className} grid grid-cols-[14px_minmax(0,1fr)] gap-2 [&_.lucide]:mt-0.5 [&_.lucide]:size-3.5 [&_.lucide]:stroke-2 [&_.lucide]:text-subtle`}>
      {icon}
      <span>{children}</span>
    </li>
  )
}

/** What the answers come to, beside the button: nobody generates without having it in view. */
export function Summary({ limit, need, organization, now, scopeNames, refusal }: SummaryProps) {
  const t = useTranslations()
  const { control, formState } = useFormContext<Values>()
  const [name, ttlValue, ttlUnit, scope, roles, openId, wish] = useWatch({
    control,
    name: ['name', 'ttlValue', 'ttlUnit', 'scope', 'roles', 'openId', 'reminderDays'],
  })
  const ttl = ttlOf({ ttlValue, ttlUnit })
  const issued = tryTtl(ttl, limit, now)
  const reminder = fittingReminder(wish, issued, now)
  return (
    <aside aria-label={t('generate.summary')} className="grid gap-4 xl:sticky xl:top-[calc(var(--header)+1.25rem)]">
      <div className={`${panelClass} grid grid-cols-[minmax(0,1fr)] gap-3 p-4`}>
        <h2 className="text-sm tracking-normal max-sm:text-md">{t('generate.before')}</h2>
        <Sentence name={name} names={scopeNames({ scope, roles, openId })} openId={openId} all={scope === 'all'} ttl={ttl} issued={issued} organization={organization} />
        <ul className="grid gap-1.5 text-muted">
          {need.passcode === 'needed' ? <Tick icon={<ShieldCheck />}>{t('passcode.tick')}</Tick> : null}
          {need.passcode === 'missing' ? <Tick icon={<ShieldAlert />}>{t('passcode.tickMissing')}</Tick> : null}
          {ttl ? (
            <Tick icon={reminder ? <Bell /> : <BellOff />} className="noscript:hidden">
              {reminder ? t('generate.oneReminder', { days: reminder }) : t('generate.noReminderTick')}
            </Tick>
          ) : null}
          {openId && (scope === 'all' || roles.length > 0) ? (
            <Tick icon={<IdCard />} className="noscript:hidden">
              {t('generate.openIdTick')}
            </Tick>
          ) : null}
          <Tick icon={<EyeOff />}>{t('generate.shownOnce')}</Tick>
        </ul>
        {refusal ? <RefusalBanner refusal={refusal} /> : null}
        <div className="flex gap-2 pt-1">
          <Button type="submit" look="primary" busy={formState.isSubmitting} className="flex-1">
            {t('generate.submit')}
          </Button>
          <ButtonLink href="/my-account/api-tokens">{t('generate.cancel')}</ButtonLink>
        </div>
      </div>
    </aside>
  )
}
