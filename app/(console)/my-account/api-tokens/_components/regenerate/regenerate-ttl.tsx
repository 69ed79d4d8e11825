'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useErrorText } from '@/components/forms/use-error-text'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { controlClass, ErrorText, Select } from '@/components/ui/field'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import { TTL_UNITS, type Ttl } from '@/lib/time'
import type { TypedTtl } from './use-regenerate'

type RegenerateTtlProps = {
  /** As granted before; null: never expires. */
  before: Ttl | null
  limit: TtlLimit | null
  organization: string
  chosen: TypedTtl
  onChoose: (next: Partial<TypedTtl>) => void
  onBlur: () => void
  complaint: string | null
}

/** Why the TTL of before is not to be had, and one to have instead. */
export function RegenerateTtl({ before, limit, organization, chosen, onChoose, onBlur, complaint }: RegenerateTtlProps) {
  const t = useTranslations()
  const errorText = useErrorText()
  const ttlText = useTtlText()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (complaint) input.current?.focus()
  }, [complaint])
  const label = t('regenerate.ttl')
  const told = { organization, before: before ? ttlText(before) : '', limit: limit ? ttlText(limit) : '', b: (text: React.ReactNode) => <strong>{text}</strong> }
  return (
    <div role="group" aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {limit ? (
        <p id="regenerate-cap" className="text-md text-pretty">
          {t.rich(before ? 'regenerate.tooLong' : 'regenerate.neverAllowed', told)}
        </p>
      ) : null}
      <div className="grid grid-cols-[minmax(0,8.5rem)_minmax(0,11rem)] gap-2 max-sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <input
          ref={input}
          aria-label={`${label}: ${t('regenerate.value')}`}
          inputMode="numeric"
          autoComplete="off"
          value={chosen.value}
          onChange={(event) => onChoose({ value: event.target.value })}
          onBlur={onBlur}
          aria-invalid={complaint ? true : undefined}
          aria-describedby={complaint ? 'regenerate-ttl-error' : undefined}
          className={`${controlClass} tabular-nums`}
        />
        <Select
          aria-label={`${label}: ${t('regenerate.unit')}`}
          value={chosen.unit}
          onChange={(event) => onChoose({ unit: TTL_UNITS.find((unit) => unit === event.target.value) ?? chosen.unit })}
        >
          {TTL_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {t(`units.${unit}`)}
            </option>
          ))}
        </Select>
      </div>
      {complaint ? (
        <ErrorText id="regenerate-ttl-error">
          {limit && complaint === 'ttl_above_limit' ? t('regenerate.aboveLimit', { limit: ttlText(limit) }) : errorText(complaint)}
        </ErrorText>
      ) : null}
    </div>
  )
}
