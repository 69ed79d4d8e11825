import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/shell/client-messages'
import { linkClass } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { shapesOf } from '@/lib/interface/fields'
import { describeEndpoints } from '@/lib/interface/http/routes'
import type { InterfaceDescription, Operation } from '@/lib/interface/openapi'
import { resolveLocale } from '@/lib/platform/locale'
import { ApiFrame } from './_components/api-frame'
import { Contents } from './_components/contents'
import { Endpoint } from './_components/endpoint'
import { fieldListsClass } from './_components/fields'
import { ShapeChapter } from './_components/shapes'

const SHAPES = 'shapes'

export type Described = { method: string; path: string; operation: Operation }
export type Chapter = { tag: string; anchor: string; endpoints: Described[] }

function chaptersOf({ tags, paths }: InterfaceDescription): Chapter[] {
  const all = Object.entries(paths).flatMap(([path, byMethod]) => Object.entries(byMethod).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })))
  return tags.map(({ name: tag }) => ({ tag, anchor: tag.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), endpoints: all.filter(({ operation }) => operation.tags.includes(tag)) }))
}

/** The HTTP interface for people to read, made from its description. Nobody has to be signed in. */
export default async function ApiReferencePage() {
  const [t, locale] = await Promise.all([getTranslations('apiReference'), resolveLocale()])
  const description = describeEndpoints()
  const chapters = chaptersOf(description)
  const shapes = shapesOf(chapters.flatMap(({ endpoints }) => endpoints.map(({ operation }) => operation)), description.components.schemas)
  return (
    <ApiFrame locale={locale}>
      <PageHead
        title={t('title')}
        lead={t.rich('lead', {
          link: (text) => (
            <a href="/openapi.json" className={linkClass}>
              {text}
            </a>
          ),
        })}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Contents chapters={chapters} shapes={SHAPES} />
        <ClientMessages parts={['copyCommand']}>
          <div className={`grid min-w-0 gap-10 ${fieldListsClass}`}>
            {chapters.map(({ tag, anchor, endpoints }) => (
              <section key={tag} aria-labelledby={anchor} className="grid min-w-0 gap-4">
                <h2 id={anchor} lang="en" className="scroll-mt-4 text-lg">
                  {tag}
                </h2>
                {endpoints.map((endpoint) => (
                  <Endpoint key={endpoint.operation.operationId} {...endpoint} shapes={shapes} />
                ))}
              </section>
            ))}
            <ShapeChapter anchor={SHAPES} shapes={shapes} />
          </div>
        </ClientMessages>
      </div>
    </ApiFrame>
  )
}
