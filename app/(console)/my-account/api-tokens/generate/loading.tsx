import { useTranslations } from 'next-intl'
import { panelClass } from '@/components/ui/panel'
import { Bar, Skeleton } from '@/components/ui/skeleton'

const FIELDS = ['a', 'b', 'c', 'd']

export default function Loading() {
  const t = useTranslations('generate')
  return (
    <Skeleton label={t('loading')}>
      <Bar className="mt-1 mb-4 w-64 max-w-full" />
      <Bar className="mb-7 h-5 w-72 max-w-full" />
      <div className={`${panelClass} grid max-w-[40rem] gap-6 p-5`}>
        {FIELDS.map((field) => (
          <div key={field} className="grid gap-3">
            <Bar className="w-28" />
            <Bar className="h-(--control) w-full" />
          </div>
        ))}
      </div>
    </Skeleton>
  )
}
