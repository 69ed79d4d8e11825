'use client'

import { Scale } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useErrorText } from '@/components/forms/use-error-text'
import { useTtlText } from '@/components/tokens/use-ttl-text'
import { controlClass, ErrorText, Select } from '@/components/ui/field'
import { Preset } from '@/components/ui/preset'
import { TTL_CHOICES } from '@/lib/tokens/schemas'
import { parseWhole } from '@/lib/tokens/whole-number'
import type { TtlLimit } from '@/lib/governance/ttl-policy'
import { ttlOf, type Values } from './form-values'
import { ReminderField } from './reminder-field'
import { Section } from './section'
import { presetsFor, sameTtl } from './ttl-presets'
import { useFieldError } from './posted-errors'

type TtlSectionProps = { limit: TtlLimit | null; organization: string; now: Date; typedBefore: string | undefined }

const UNITS = TTL_CHOICES.filter((unit) => unit !== 'never')

function isUnit(text: string): text is (typeof TTL_CHOICES)[number] {
  return (TTL_CHOICES as readonly string[]).includes(text)
}

/** What is typed as text, so that half a number can stand there; the form holds the number, or NaN. */
function useTtl(typedBefore: string | undefined) {
  const { control, trigger } = useFormContext<Values>()
  const value = useController({ control, name: 'ttlValue' })
  const unit = useController({ control, name: 'ttlUnit' })
  const [typed, setTyped] = useState(typedBefore ?? String(value.field.value))
  const [valueError, unitError] = [useFieldError('ttlValue'), useFieldError('ttlUnit')]
  const error = valueError ?? unitError
  function set(next: { value?: string; unit?: string }) {
    if (next.value !== undefined) {
      setTyped(next.value)
      value.field.onChange(parseWhole(next.value))
    }
    if (next.unit !== undefined && isUnit(next.unit)) unit.field.onChange(next.unit)
    void trigger(['ttlValue', 'ttlUnit'])
  }
  return [{ typed, set, unit: unit.field.value, value: value.field.value, error, onBlur: value.field.onBlur }, value.field.ref, unit.field.ref] as const
}

export function TtlSection({ limit, organization, now, typedBefore }: TtlSectionProps) {
  const t = useTranslations()
  const errorText = useErrorText()
  const ttlText = useTtlText()
  const [{ typed, set, unit, value, error, onBlur }, valueRef, unitRef] = useTtl(typedBefore)
  const ttl = ttlOf({ ttlValue: value, ttlUnit: unit })
  const described = [error ? 'ttl-error' : '', limit ? 'ttl-cap' : ''].filter(Boolean).join(' ') || undefined
  return (
    <Section id="ttl-title" title={t('generate.ttl')} help={t('generate.ttlHelp')}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div role="radiogroup" aria-label={t('generate.presets')} className="flex flex-wrap gap-1.5 noscript:hidden">
          {presetsFor(limit, now).map(({ ttl: preset, atLimit, locked }) => (
            <Preset
              key={`${preset.value} ${preset.unit}`}
              name="ttl-preset"
              disabled={locked}
              aria-describedby={locked ? 'ttl-cap' : undefined}
              checked={sameTtl(ttl, preset)}
              onChange={() => set({ value: String(preset.value), unit: preset.unit })}
            >
              {atLimit ? t('generate.atLimit', { length: ttlText(preset) }) : ttlText(preset)}
            </Preset>
          ))}
          <Preset name="ttl-preset" disabled={limit !== null} aria-describedby={limit ? 'ttl-cap' : undefined} checked={ttl === null} onChange={() => set({ unit: 'never' })}>
            {t('units.never')}
          </Preset>
        </div>
        <div className="grid grid-cols-[minmax(0,8.5rem)_minmax(0,11rem)] gap-2 max-sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          {ttl ? (
            <input
              ref={valueRef}
              name="ttlValue"
              aria-label={`${t('generate.ttl')}: ${t('generate.value')}`}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => set({ value: event.target.value })}
              onBlur={onBlur}
              aria-invalid={error ? true : undefined}
              aria-describedby={described}
              className={`${controlClass} tabular-nums`}
            />
          ) : null}
          <Select
            ref={unitRef}
            name="ttlUnit"
            aria-label={`${t('generate.ttl')}: ${t('generate.unit')}`}
            value={unit}
            onChange={(event) => set({ unit: event.target.value })}
            aria-invalid={error && !ttl ? true : undefined}
            aria-describedby={ttl ? undefined : described}
            className={ttl ? '' : 'col-span-2'}
          >
            {UNITS.map((one) => (
              <option key={one} value={one}>
                {t(`units.${one}`)}
              </option>
            ))}
            {limit === null || unit === 'never' ? <option value="never">{t('units.never')}</option> : null}
          </Select>
        </div>
        {error ? <ErrorText id="ttl-error">{limit && error === 'ttl_above_limit' ? t('generate.aboveLimit', { limit: ttlText(limit) }) : errorText(error)}</ErrorText> : null}
        {limit ? (
          <p id="ttl-cap" className="flex gap-1.5 text-pretty text-muted">
            <Scale className="mt-px" />
            <span className="min-w-0">{t.rich('generate.cap', { organization, limit: ttlText(limit), b: (text) => <strong className="text-ink">{text}</strong> })}</span>
          </p>
        ) : null}
      </div>
      {ttl ? <ReminderField limit={limit} now={now} /> : null}
    </Section>
  )
}
