import { useTranslations } from 'next-intl'
import { CopyLine } from './copy-line'

/** A line to copy, with all that an endpoint needs. */
export function Command({ operation, source }: { operation: string; source: string }) {
  const t = useTranslations('apiReference')
  const id = `${operation}-curl`
  return (
    <div className="grid min-w-0 gap-1">
      <div className="flex min-h-(--control-sm) items-center justify-between gap-3">
        <span className="font-mono text-sm text-subtle">curl</span>
        <CopyLine id={id} describedBy={operation} />
      </div>
      <pre id={id} tabIndex={0} role="group" aria-label={t('command', { operation })} className="overflow-x-auto rounded-control border border-line bg-surface-sunken px-3 py-2 font-mono text-sm select-all">
        {source}
      </pre>
    </div>
  )
}
