import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'

/** What is said where an address leads to nothing, and the way home; whoever shows it lays it out. */
export function NotThere() {
  const t = useTranslations('problem')
  return (
    <>
      <SearchX className="size-6 stroke-[1.5] text-subtle" />
      <PageTitle>{t('notFoundTitle')}</PageTitle>
      <h1>{t('notFoundTitle')}</h1>
      <p className="max-w-[30rem] text-md text-balance text-muted">{t('notFoundText')}</p>
      <ButtonLink look="primary" href="/my-account/api-tokens" className="mt-3">
        {t('home')}
      </ButtonLink>
    </>
  )
}
