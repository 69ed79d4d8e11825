import { useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import { Problem, type ProblemProps } from './problem'

/** What failed at the list's own `path` is the list; a page below it, which fails in the same place, is none. */
export function ListProblem({ path, ...props }: ProblemProps & { path: string }) {
  const t = useTranslations('problem')
  return usePathname() === path ? <Problem {...props} title={t('listTitle')} /> : <Problem {...props} />
}
