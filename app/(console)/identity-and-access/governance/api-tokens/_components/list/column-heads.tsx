import { ArrowDown, ArrowUp, ArrowUpDown, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import { Head, HeadCell } from '@/components/ui/table'
import type { ListPlace } from '@/lib/governance/list-address'
import { SelectAll } from '../acts/selection'
import { PlaceLink } from '../place-link'
import { COLUMNS, type Column } from './columns'

const linkClass =
  'inline-flex min-h-6 items-center gap-0.5 rounded-badge hover:text-ink [&_.lucide]:size-3 [&_.lucide]:stroke-2 ' +
  '[&_[data-arrow]]:opacity-0 hover:[&_[data-arrow]]:opacity-70 focus-visible:[&_[data-arrow]]:opacity-70'

/** In a table of fixed columns: what is left over is the token's. */
const WIDTHS: Partial<Record<Column['key'], string>> = {
  user: 'w-[15%]',
  status: 'w-[8rem]',
  scopes: 'w-[16.5%]',
  created: 'w-[6.75rem]',
  expires: 'w-[6.75rem]',
  used: 'w-[7rem]',
}

const LEAVES = { scopes: 'second', created: 'first' } as const

function SortHead({ column: { key, text, descending }, place: { filter, sort, size } }: { column: Column; place: ListPlace }) {
  const t = useTranslations('governance.table')
  const sorted = sort.key === key
  const Arrow = !sorted ? ArrowUpDown : sort.descending ? ArrowDown : ArrowUp
  return (
    <HeadCell
      at={key === 'violation' ? 'alert' : undefined}
      leaves={key === 'scopes' || key === 'created' ? LEAVES[key] : undefined}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={classNames(WIDTHS[key], sorted && 'text-ink!')}
    >
      <PlaceLink place={{ filter, sort: { key, descending: sorted ? !sort.descending : descending }, size }} className={classNames(linkClass, key === 'violation' && 'min-w-6 justify-center')}>
        {key === 'violation' ? (
          <>
            <span className="sr-only">{t(text)}</span>
            {sorted ? null : <TriangleAlert />}
          </>
        ) : (
          <span className="hyphens-auto">{t(text)}</span>
        )}
        {sorted ? <Arrow /> : key === 'violation' ? null : <Arrow data-arrow />}
      </PlaceLink>
    </HeadCell>
  )
}

/** The head of the table: each column a link that sorts by it. */
export function ColumnHeads({ place, mayAct }: { place: ListPlace; mayAct: boolean }) {
  const t = useTranslations('governance.table')
  return (
    <Head>
      {mayAct ? (
        <HeadCell at="check" className="max-sm:hidden">
          <SelectAll />
        </HeadCell>
      ) : null}
      {COLUMNS.map((column) => (
        <SortHead key={column.key} column={column} place={place} />
      ))}
      <HeadCell at="act">
        <span className="sr-only">{t('actions')}</span>
      </HeadCell>
    </Head>
  )
}
