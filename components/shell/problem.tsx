'use client'

import { CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { panelClass } from '@/components/ui/panel'

/** What an error page is handed: whatever was thrown, and a way to try again. */
export type ProblemProps = { error: unknown; retry: () => void }

/** The id under which the log has what failed; it travels as `digest`. */
function idOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
}

/** What stands where a page or a part of one failed: the sentence, the way on, and the id to tell. */
export function Problem({ title, error, retry }: ProblemProps & { title?: string }) {
  const t = useTranslations('problem')
  const id = idOf(error)
  const heading = title ?? t('title')
  return (
    <section role="alert" className={`${panelClass} grid justify-items-center gap-2 px-6 py-16 text-center`}>
      <CircleX className="size-6 stroke-[1.5] text-danger" />
      <PageTitle>{heading}</PageTitle>
      <h1 className="text-lg">{heading}</h1>
      <p className="max-w-[32rem] text-md text-pretty text-muted">{t('text', { id: id ? 'known' : 'none' })}</p>
      {id ? (
        <p className="text-xs text-muted">
          {t('requestId')} <code>{id}</code>
        </p>
      ) : null}
      <Button look="primary" className="mt-3" onClick={retry}>
        {t('retry')}
      </Button>
    </section>
  )
}
