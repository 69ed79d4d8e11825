'use client'

import { useTranslations } from 'next-intl'
import { useErrorText } from '@/components/forms/use-error-text'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { classNames } from '@/components/ui/class-names'
import { controlClass, ErrorText, Select } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import type { ErrorCode } from '@/lib/errors'
import { countDifferences, toTtlPolicy, type PolicyKind, type PolicySettings } from '@/lib/governance/policy-settings'
import { POLICY_UNITS } from '@/lib/governance/ttl-policy'
import { toSettings, type TypedPolicy } from './typed-policy'

type PolicySectionProps = {
  kind: PolicyKind
  /** What the fields show first; from then on they are the browser's. */
  shown: TypedPolicy
  /** What stands in them now. */
  typed: TypedPolicy
  saved: PolicySettings
  error: ErrorCode | string | null
  onLeave: () => void
}

/** What was in force until now where that is about to change, else what the state of the policy means. */
function useHint({ kind, typed, saved }: Pick<PolicySectionProps, 'kind' | 'typed' | 'saved'>): string {
  const t = useTranslations('settings')
  const ttlText = useTtlText()
  const before = toTtlPolicy(saved)[kind]
  const changed = countDifferences({ ...saved, [kind]: toSettings(typed)[kind] }, saved) > 0
  if (changed) return t('was', { state: before ? 'on' : 'off', length: before ? ttlText(before) : '' })
  if (typed[kind].enabled) return t('range')
  return t(typed[kind].value === '' ? 'neverSet' : 'kept')
}

/** One policy: whether it is on, and its limit, which it keeps while it is off. */
export function PolicySection({ kind, shown, typed, saved, error, onLeave }: PolicySectionProps) {
  const t = useTranslations()
  const errorText = useErrorText()
  const hint = useHint({ kind, typed, saved })
  const { enabled } = typed[kind]
  const [title, limit, described] = [`${kind}-title`, `${kind}-limit`, error ? `${kind}-error` : `${kind}-hint`]
  const fieldClass = classNames(controlClass, !enabled && 'bg-surface-sunken text-subtle')
  return (
    <div role="group" aria-labelledby={title} className="row-span-3 grid grid-cols-[minmax(0,1fr)] grid-rows-subgrid content-start gap-5 border-line p-5 not-first:border-t max-sm:p-4 md:not-first:border-t-0 md:not-first:border-l">
      <div className="grid content-start gap-0.5">
        <h2 id={title} className="text-md tracking-normal">
          {t(`settings.${kind}`)}
        </h2>
        <p className="text-pretty text-muted">{t(`settings.${kind}Help`)}</p>
      </div>
      <Switch id={`${kind}-enabled`} name={`${kind}Enabled`} defaultChecked={shown[kind].enabled} label={t('settings.status')} state={t(enabled ? 'settings.on' : 'settings.off')} className="justify-self-start" />
      <div className="grid content-start gap-1.5">
        <label id={limit} htmlFor={`${kind}-value`} className="justify-self-start font-label">
          {t('settings.limit')}
        </label>
        <div className="grid grid-cols-[minmax(0,8.5rem)_minmax(0,11rem)] gap-2 max-sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <input
            id={`${kind}-value`}
            name={`${kind}Value`}
            aria-labelledby={`${title} ${limit}`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            defaultValue={shown[kind].value}
            onBlur={onLeave}
            aria-invalid={error ? true : undefined}
            aria-describedby={described}
            className={`${fieldClass} tabular-nums`}
          />
          <Select name={`${kind}Unit`} aria-label={`${t(`settings.${kind}`)}: ${t('settings.unit')}`} defaultValue={shown[kind].unit} className={enabled ? '' : 'bg-surface-sunken text-subtle'}>
            {POLICY_UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {t(`units.${unit}`)}
              </option>
            ))}
          </Select>
        </div>
        {error ? (
          <ErrorText id={described}>{errorText(error)}</ErrorText>
        ) : (
          <p id={described} className="text-pretty text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
