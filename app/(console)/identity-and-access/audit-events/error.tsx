'use client'

import { useTranslations } from 'next-intl'
import { Problem, type ProblemProps } from '@/components/shell/problem'

export default function AuditEventsError(props: ProblemProps) {
  const t = useTranslations('problem')
  return <Problem {...props} title={t('listTitle')} />
}
