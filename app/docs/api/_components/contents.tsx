import { useTranslations } from 'next-intl'
import type { Chapter } from '../page'

/** All endpoints by chapter, each a link to its place; and where the shapes are. */
export function Contents({ chapters, shapes }: { chapters: Chapter[]; shapes: string }) {
  const t = useTranslations('apiReference')
  return (
    <nav aria-label={t('contents')} className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto">
      <ul className="grid gap-4">
        {chapters.map(({ tag, anchor, endpoints }) => (
          <li key={tag} lang="en">
            <a href={`#${anchor}`} className="inline-flex min-h-6 items-center font-label hover:underline">
              {tag}
            </a>
            <ul className="max-lg:hidden">
              {endpoints.map(({ operation }) => (
                <li key={operation.operationId}>
                  <a href={`#${operation.operationId}`} className="inline-flex min-h-6 items-center py-0.5 text-pretty text-muted hover:text-ink hover:underline">
                    {operation.summary}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href={`#${shapes}`} className="inline-flex min-h-6 items-center font-label hover:underline">
            {t('shapes')}
          </a>
        </li>
      </ul>
    </nav>
  )
}
