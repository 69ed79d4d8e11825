import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { panelClass } from '@/components/ui/panel'
import { fieldsOf, shapeOf, typeText, type Field, type Shapes } from '@/lib/interface/fields'
import type { MediaTypes } from '@/lib/interface/openapi'
import type { Described } from '../page'
import { Command } from './command'
import { FoldedFields } from './fields'

type EndpointProps = Described & { shapes: Shapes }

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
function Bodies({ title, content, shapes }: { title: string; content: MediaTypes; shapes: Shapes }) {
  return Object.entries(content).map(([type, { schema }]) => (
    <FoldedFields key={type} title={title} about={`${type} · ${typeText(schema, shapes)}`} shape={shapeOf(schema, shapes) ?? undefined} fields={fieldsOf(schema, shapes)} />
  ))
}

function parametersOf({ operation: { parameters } }: Described, shapes: Shapes): Field[] {
  return parameters.map(({ name, required, schema, description = '' }) => ({ name, required, type: typeText(schema, shapes), description }))
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
export function Endpoint({ shapes, ...described }: EndpointProps) {
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
      {sample ? <Command operation={operation.operationId} source={sample.source} /> : null}
      <FoldedFields title={t('parameters')} fields={parametersOf(described, shapes)} />
      {operation.requestBody ? <Bodies title={t('body')} content={operation.requestBody.content} shapes={shapes} /> : null}
      {answers.map(([status, { content }]) => (content ? <Bodies key={status} title={t('answer', { status })} content={content} shapes={shapes} /> : null))}
    </article>
  )
}
