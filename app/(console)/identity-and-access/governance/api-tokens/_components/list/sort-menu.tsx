import { ArrowUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { ListPlace } from '@/lib/governance/list-address'
import { PlaceLink } from '../place-link'
import { COLUMNS } from './columns'

const entryClass = 'flex min-h-10 items-center justify-between gap-4 rounded-badge px-2 py-1 hover:bg-surface-hover aria-[current]:font-label'

/** What the heads of the table are for where there is no table: on a phone. */
export function SortMenu({ place: { filter, sort, size } }: { place: ListPlace }) {
  const t = useTranslations('governance.table')
  return (
    <span className="sm:hidden">
      <Popover
        title={t('sortBy')}
        triggerClass={buttonClass({ look: 'quiet', size: 'small' })}
        trigger={
          <>
            <ArrowUpDown />
            {t('sort')}
          </>
        }
        className="min-w-56 p-1"
      >
        <ul>
          {COLUMNS.map(({ key, text, descending }) => {
            const sorted = sort.key === key
            return (
              <li key={key}>
                <PlaceLink
                  place={{ filter, sort: { key, descending: sorted ? !sort.descending : descending }, size }}
                  aria-current={sorted ? 'true' : undefined}
                  className={entryClass}
                >
                  {t(text)}
                  {sorted ? <span className="text-xs text-muted">{t(sort.descending ? 'descending' : 'ascending')}</span> : null}
                </PlaceLink>
              </li>
            )
          })}
        </ul>
      </Popover>
    </span>
  )
}
