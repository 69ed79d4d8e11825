import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { brandClass, Mark } from '@/components/shell/brand'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'

export default function NotFound() {
  const t = useTranslations('problem')
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 px-6 text-center">
      <span className={`${brandClass} mb-6`}>
        <Mark />
        Tokenward
      </span>
      <SearchX className="size-6 stroke-[1.5] text-subtle" />
      <PageTitle>{t('notFoundTitle')}</PageTitle>
      <h1>{t('notFoundTitle')}</h1>
      <p className="max-w-[30rem] text-md text-balance text-muted">{t('notFoundText')}</p>
      <ButtonLink look="primary" href="/my-account/api-tokens" className="mt-3">
        {t('home')}
      </ButtonLink>
    </main>
  )
}
