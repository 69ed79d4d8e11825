import { useTranslations } from 'next-intl'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { isCause } from '@/lib/audit/causes'
import { AUDIT_EVENTS } from '@/lib/audit/events'
import { readToldPolicy, type PolicyChange } from '@/lib/audit/policy-change'
import type { PasscodePath } from '@/lib/identity/mfa-device'
import { isDeactivationReason } from '@/lib/tokens/deactivation-reason'

const TRIGGERS = ['schedule', 'owner', 'policy_saved'] as const
const PASSCODE_PATHS = ['exchange', 'console'] as const satisfies PasscodePath[]

const isKnownType = (type: string): type is keyof typeof AUDIT_EVENTS => Object.hasOwn(AUDIT_EVENTS, type)

/** What the parts of an event are called. What is not known here keeps the name that it was recorded under: null. */
export function useEventTexts() {
  const t = useTranslations('auditEvents')
  const reasonName = useTranslations('acts.reasons')
  const ttlText = useTtlText()
  const policy = (text: string) => {
    const told = readToldPolicy(text)
    if ('raw' in told) return told.raw
    return 'off' in told ? t('policy.off') : ttlText(told.limit)
  }
  return {
    /** As the catalogue has it, the same in every language. */
    name: (type: string): string | null => (isKnownType(type) ? AUDIT_EVENTS[type] : null),
    cause: (cause: string): string | null => (isCause(cause) ? t(`causes.${cause}`) : null),
    reason: (reason: string): string | null => (isDeactivationReason(reason) ? reasonName(reason) : null),
    trigger: (trigger: unknown): string | null => {
      const known = TRIGGERS.find((one) => one === trigger)
      return known ? t(`triggers.${known}`) : null
    },
    /** Where wrong passcodes have locked MFA. */
    path: (path: string): string | null => {
      const known = PASSCODE_PATHS.find((one) => one === path)
      return known ? t(`passcodePaths.${known}`) : null
    },
    /** "90 days → 30 days" */
    change: ({ from, to }: PolicyChange): string =>
      from === to ? t('target.unchanged', { value: policy(to) }) : t('target.change', { from: policy(from), to: policy(to) }),
  }
}
