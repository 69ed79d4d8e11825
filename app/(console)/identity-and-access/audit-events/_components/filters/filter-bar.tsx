import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/field'
import { isNarrowed, WHOLE_LOG } from '@/lib/audit/event-filter'
import { AUDIT_EVENTS_PATH, FIND_PARAMETER, logParameters, type LogPlace } from '@/lib/audit/log-address'
import { LogLink } from '../log-link'
import { AddFilter } from './add-filter'
import { Chips, type ChipsProps } from './chips'
import { Found, type FoundProps } from './found'
import { PeriodMenu } from './period-menu'

/** Finds whose or which token's events are meant; the events themselves are not searched. */
function FindForm({ place: { filter, size }, text }: { place: LogPlace; text: string }) {
  const t = useTranslations('auditEvents.filters')
  return (
    <form action={AUDIT_EVENTS_PATH} role="search" className="flex min-w-0 flex-[1_1_16rem] gap-2 max-sm:basis-full sm:max-w-[26rem]">
      {[...logParameters({ filter, size })].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span className="relative min-w-0 flex-1">
        <Search className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-subtle" />
        <input
          key={text}
          type="search"
          name={FIND_PARAMETER}
          defaultValue={text}
          maxLength={100}
          // A secret must not get into an address.
          pattern="(?!.*tw_).*"
          title={t('findHint')}
          aria-label={t('find')}
          placeholder={t('find')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className={classNames(controlClass, 'pl-8')}
        />
      </span>
      <Button type="submit">{t('search')}</Button>
    </form>
  )
}

type FilterBarProps = ChipsProps & { found: FoundProps | null; zone: string }

/** What narrows the log, and what could. The address is the view. */
export function FilterBar({ place, names, found, zone }: FilterBarProps) {
  const t = useTranslations('auditEvents.filters')
  return (
    <div className="mb-3 grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <FindForm place={place} text={found?.text ?? ''} />
        <ul aria-label={t('active')} className="contents">
          <Chips place={place} names={names} />
        </ul>
        <PeriodMenu place={place} zone={zone} />
        <AddFilter place={place} />
        {isNarrowed(place.filter) ? (
          <LogLink place={{ filter: WHOLE_LOG, size: place.size }} className={buttonClass({ look: 'quiet' })}>
            {t('clear')}
          </LogLink>
        ) : null}
      </div>
      {found ? <Found {...found} /> : null}
    </div>
  )
}
