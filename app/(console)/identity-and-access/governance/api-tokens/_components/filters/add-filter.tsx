import { ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { Field, Select, TextField } from '@/components/ui/field'
import { Popover } from '@/components/ui/popover'
import { GOVERNANCE_PATH, placeParameters, WHO_PARAMETER, type ListPlace } from '@/lib/governance/list-address'
import type { RoleChoices } from '@/lib/governance/queries/list-role-choices'
import { APPLY_PARAMETER } from '@/lib/page-size'
import { EXPIRES_WITHIN_DAYS, STATUS_FILTERS, UNUSED_FOR_DAYS, VIOLATION_FILTERS } from '@/lib/governance/token-filter'
import { useFilterTexts } from './use-filter-texts'

type Choice = { value: string | number; label: string }
type ChoiceFieldProps = { name: string; label: string; current: string | number | null; choices: Choice[]; children?: React.ReactNode }

function ChoiceField({ name, label, current, choices, children }: ChoiceFieldProps) {
  const t = useTranslations('governance.filters')
  return (
    <Field id={`filter-${name}`} label={label}>
      <Select id={`filter-${name}`} name={name} defaultValue={current ?? ''}>
        <option value="">{t('any')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {children}
      </Select>
    </Field>
  )
}

/** Days that are offered, with the number that an address names, should that be another. */
function daysWith(offered: readonly number[], current: unknown): number[] {
  return typeof current === 'number' && !offered.includes(current) ? [...offered, current].toSorted((one, other) => one - other) : [...offered]
}

function RoleField({ current, roles }: { current: string | null; roles: RoleChoices }) {
  const t = useTranslations('governance.filters')
  const text = useFilterTexts()
  const own = ['all', ...roles.orgRoles].map((role) => ({ value: role, label: text.role(role, roles) }))
  return (
    <ChoiceField name="role" label={t('role')} current={current} choices={own}>
      {roles.services.map(({ id, displayName, roles: offered }) => (
        <optgroup key={id} label={displayName}>
          {offered.map(({ scope, displayName: name }) => (
            <option key={scope} value={scope}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </ChoiceField>
  )
}

/** Everything else of the view stays: what is searched for, the order, the length of a page. */
function Kept({ place }: { place: ListPlace }) {
  const kept = ['q', 'token', 'sort', 'order', 'size', 'user']
  return [...placeParameters(place)].filter(([name]) => kept.includes(name)).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

type AddFilterProps = { place: ListPlace; roles: RoleChoices }

/** What the list can be narrowed to. A form of the browser's own, in a popover of the browser's own: both work before JavaScript. */
export function AddFilter({ place, roles }: AddFilterProps) {
  const t = useTranslations('governance.filters')
  const text = useFilterTexts()
  const { filter } = place
  const expires = [
    ...daysWith(EXPIRES_WITHIN_DAYS, filter.expires).map((days) => ({ value: days, label: text.expires(days) })),
    ...(['never', 'expired', 'live'] as const).map((when) => ({ value: when, label: text.expires(when) })),
  ]
  const unused = [...daysWith(UNUSED_FOR_DAYS, filter.unused).map((days) => ({ value: days, label: text.unused(days) })), { value: 'ever', label: text.unused('ever') }]
  return (
    <Popover
      title={t('title')}
      trigger={
        <>
          <ListFilter />
          {t('add')}
        </>
      }
      triggerClass={`${buttonClass({ look: 'quiet' })} border-dashed! border-line-control!`}
      className="w-[24rem] overflow-y-auto p-4"
    >
      <form action={GOVERNANCE_PATH} className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Kept place={place} />
        <input type="hidden" name={APPLY_PARAMETER} value="1" />
        <ChoiceField name="status" label={t('status')} current={filter.status} choices={STATUS_FILTERS.map((status) => ({ value: status, label: text.status(status) }))} />
        <ChoiceField name="violation" label={t('violation')} current={filter.violation} choices={VIOLATION_FILTERS.map((kind) => ({ value: kind, label: text.violation(kind) }))} />
        <ChoiceField name="expires" label={t('expires')} current={filter.expires} choices={expires} />
        <ChoiceField name="unused" label={t('unused')} current={filter.unused} choices={unused} />
        <RoleField current={filter.role} roles={roles} />
        <TextField id="filter-who" name={WHO_PARAMETER} label={t('who')} maxLength={100} pattern="(?!.*tw_).*" title={t('whoHelp')} autoComplete="off" spellCheck={false} />
        <p className="col-span-full -mt-1 text-xs text-muted">{t('whoHelp')}</p>
        <Button type="submit" look="primary" className="col-span-full justify-self-start">
          {t('apply')}
        </Button>
      </form>
    </Popover>
  )
}
