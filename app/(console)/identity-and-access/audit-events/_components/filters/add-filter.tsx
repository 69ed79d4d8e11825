import { ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { RESULTS } from '@/lib/audit/event-filter'
import { AUDIT_EVENTS } from '@/lib/audit/events'
import { AUDIT_EVENTS_PATH, logParameters, type LogPlace } from '@/lib/audit/log-address'
import { APPLY_PARAMETER } from '@/lib/page-size'

type Choice = { value: string; label: string }

function ChoiceField({ name, current, choices }: { name: 'type' | 'result'; current: string | null; choices: Choice[] }) {
  const t = useTranslations('auditEvents.filters')
  return (
    <Field id={`filter-${name}`} label={t(name)}>
      <Select key={current} id={`filter-${name}`} name={name} defaultValue={current ?? ''}>
        <option value="">{t('any')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

const KNOWN: Choice[] = Object.entries(AUDIT_EVENTS)
  .map(([value, label]) => ({ value, label }))
  .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))

/** What the log can be narrowed to. A form of the browser's own, in a popover of the browser's own: both work before JavaScript. */
export function AddFilter({ place: { filter, size } }: { place: LogPlace }) {
  const t = useTranslations('auditEvents')
  const { type } = filter
  const types = type === null || Object.hasOwn(AUDIT_EVENTS, type) ? KNOWN : [...KNOWN, { value: type, label: type }]
  const kept = logParameters({ filter: { ...filter, type: null, result: null }, size })
  return (
    <Popover
      title={t('filters.addTitle')}
      trigger={
        <>
          <ListFilter />
          {t('filters.add')}
        </>
      }
      triggerClass={`${buttonClass({ look: 'quiet' })} border-dashed border-line-control!`}
      className="w-[20rem] overflow-y-auto p-4"
    >
      <form action={AUDIT_EVENTS_PATH} className="grid gap-3">
        {[...kept].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={APPLY_PARAMETER} value="1" />
        <ChoiceField name="type" current={type} choices={types} />
        <ChoiceField name="result" current={filter.result} choices={RESULTS.map((result) => ({ value: result, label: t(result) }))} />
        <Button type="submit" look="primary" className="justify-self-start">
          {t('filters.apply')}
        </Button>
      </form>
    </Popover>
  )
}
