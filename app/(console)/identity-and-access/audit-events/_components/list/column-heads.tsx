import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Head, HeadCell } from '@/components/ui/table'

/** The head of the table. The log has one order: what happened last is first. */
export function ColumnHeads() {
  const t = useTranslations('auditEvents.columns')
  return (
    <Head>
      <HeadCell aria-sort="descending" className="w-[6.5rem] text-ink!">
        <span className="inline-flex items-center gap-0.5">
          {t('time')}
          <ArrowDown className="size-3 stroke-2" />
        </span>
      </HeadCell>
      <HeadCell>{t('event')}</HeadCell>
      <HeadCell className="w-[19%]">{t('actor')}</HeadCell>
      <HeadCell className="w-[19%]">{t('target')}</HeadCell>
      <HeadCell className="w-[15%]">{t('result')}</HeadCell>
      <HeadCell leaves="first" className="w-[8.5rem]">
        {t('from')}
      </HeadCell>
    </Head>
  )
}
