import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { panelClass } from '@/components/ui/panel'
import { fieldsOf, typeText, type Field } from '@/lib/interface/fields'
import type { MediaTypes } from '@/lib/interface/openapi'
import type { JsonSchema } from '@/lib/interface/schema-components'
import type { Described } from '../page'
import { Fields } from './fields'

type EndpointProps = Described & { schemas: Readonly<Record<string, JsonSchema>> }

/** By the first way to authenticate that the description has. */
const ACCESS: Readonly<Partial<Record<string, 'needsAccessToken' | 'needsService' | 'needsScheduler'>>> = {
  accessToken: 'needsAccessToken',
  service: 'needsService',
  scheduler: 'needsScheduler',
}

function accessOf({ operation: { security } }: Described) {
  const [first = ''] = security.flatMap(Object.keys)
  return ACCESS[first] ?? 'needsNothing'
}

/** One kind of body: what it is and its fields. */
function Bodies({ title, content, schemas }: { title: string; content: MediaTypes; schemas: EndpointProps['schemas'] }) {
  return Object.entries(content).map(([type, { schema }]) => <Fields key={type} title={title} about={`${type} · ${typeText(schema, schemas)}`} fields={fieldsOf(schema, schemas)} />)
}

function parametersOf({ operation: { parameters } }: Described, schemas: EndpointProps['schemas']): Field[] {
  return parameters.map(({ name, required, schema, description = '' }) => ({ name, required, type: typeText(schema, schemas), description }))
}

/** Breaks between its parts, not within their names. */
function Path({ path }: { path: string }) {
  return path.split(/(?=\/)/).map((part, at) => (
    <Fragment key={at}>
      <wbr />
      {part}
    </Fragment>
  ))
}

/** Address, credentials, a line to copy, and all that goes in and comes out. */
export function Endpoint({ schemas, ...described }: EndpointProps) {
  const t = useTranslations('apiReference')
  const { method, path, operation } = described
  const [sample] = operation['x-codeSamples']
  const answers = Object.entries(operation.responses).filter(([status]) => status !== 'default')
  return (
    <article aria-labelledby={operation.operationId} className={`${panelClass} grid gap-4 px-5 py-4 max-sm:px-4`}>
      <div className="grid gap-1">
        <h3 id={operation.operationId} className="scroll-mt-4 font-mono text-md wrap-anywhere">
          <span className="font-strong">{method}</span> <Path path={path} />
        </h3>
        <p lang="en" className="text-pretty text-muted">
          {operation.summary}
        </p>
        <p className="text-subtle">{t(accessOf(described))}</p>
      </div>
      {sample ? (
        <pre tabIndex={0} role="group" aria-label={t('command', { operation: operation.operationId })} className="overflow-x-auto rounded-control border border-line bg-surface-sunken px-3 py-2 font-mono text-sm select-all">
          {sample.source}
        </pre>
      ) : null}
      <Fields title={t('parameters')} fields={parametersOf(described, schemas)} />
      {operation.requestBody ? <Bodies title={t('body')} content={operation.requestBody.content} schemas={schemas} /> : null}
      {answers.map(([status, { content }]) => (content ? <Bodies key={status} title={t('answer', { status })} content={content} schemas={schemas} /> : null))}
    </article>
  )
}
