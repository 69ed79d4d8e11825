import { useTranslations } from 'next-intl'
import { panelClass } from '@/components/ui/panel'
import { Bar, Skeleton } from '@/components/ui/skeleton'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

/** Bars where the rows will be, in the widths of their columns. */
export default function Loading() {
  const t = useTranslations('list')
  return (
    <Skeleton label={t('loading')}>
      <Bar className="mt-1 mb-4 w-36" />
      <Bar className="mb-3 h-5 w-44" />
      <Bar className="mb-8 w-[min(36rem,90%)]" />
      <div className={panelClass}>
        {ROWS.map((row) => (
          <div key={row} className="grid grid-cols-[minmax(0,1fr)_auto] gap-4 border-line px-4 py-4 not-first:border-t sm:grid-cols-[minmax(0,1fr)_4rem_8rem_6rem_6rem]">
            <Bar className="w-40 max-w-full" />
            <Bar className="w-12" />
            <Bar className="w-28 max-sm:hidden" />
            <Bar className="w-20 max-sm:hidden" />
            <Bar className="w-20 max-sm:hidden" />
          </div>
        ))}
      </div>
    </Skeleton>
  )
}
