'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { describedBy, Field, Select } from '@/components/ui/field'
import type { TimeZoneGroup } from '@/lib/identity/time-zones'
import { useBrowserZone } from './use-browser-zone'

const ID = 'time-zone'

type TimeZoneFieldProps = {
  /** Null: none was ever chosen, and the browser's is the one to suggest. */
  saved: string | null
  groups: TimeZoneGroup[]
  error: string | undefined | ''
}

/** The device's own list, by region: typing the first letters of a city finds it. */
export function TimeZoneField({ saved, groups, error }: TimeZoneFieldProps) {
  const t = useTranslations()
  const zones = groups.flatMap((group) => group.zones)
  const here = useBrowserZone(zones.map(({ zone }) => zone))
  const [chosen, setChosen] = useState<string | null>(null)
  const value = chosen ?? saved ?? here ?? 'UTC'
  const nameOf = (zone: string) => zones.find((each) => each.zone === zone)?.label ?? zone
  const suggested = saved === null && chosen === null && here !== null
  const help = suggested ? t('preferences.browserZoneSuggested', { zone: nameOf(value) }) : t('preferences.timeZoneHelp')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <Field id={ID} label={t('preferences.timeZone')} help={help} error={error} className="max-w-[24rem]">
        <Select
          id={ID}
          name="timeZone"
          value={value}
          onChange={(event) => setChosen(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy({ id: ID, help, error })}
        >
          {groups.map(({ region, zones: some }) => {
            const options = some.map(({ zone, label }) => (
              <option key={zone} value={zone}>
                {label}
              </option>
            ))
            return region ? (
              <optgroup key={region} label={t(`regions.${region}`)}>
                {options}
              </optgroup>
            ) : (
              options
            )
          })}
        </Select>
      </Field>
      {here !== null && here !== value ? (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          {t('preferences.browserZone', { zone: nameOf(here) })}
          <Button size="small" onClick={() => setChosen(here)}>
            {t('preferences.useZone')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}
