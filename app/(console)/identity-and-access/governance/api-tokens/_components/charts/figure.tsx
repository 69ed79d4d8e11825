import { ChevronRight } from 'lucide-react'
import { panelClass } from '@/components/ui/panel'

type FigureProps = { id: string; title: string; legend: React.ReactNode; tableLabel: string; table: React.ReactNode; children: React.ReactNode }

/** A chart with its name and legend, and below, unfolded, the same numbers as a table. */
export function Figure({ id, title, legend, tableLabel, table, children }: FigureProps) {
  return (
    <figure aria-labelledby={id} className={`${panelClass} px-4 pt-3 pb-2`}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 id={id} className="font-strong">
          {title}
        </h3>
        <span className="text-xs text-subtle">{legend}</span>
      </div>
      {children}
      <details className="group/table mt-1">
        <summary className="inline-flex min-h-6 items-center gap-1 rounded-badge text-xs text-muted hover:text-ink max-sm:min-h-9">
          <ChevronRight className="size-3.5 stroke-2 transition-transform duration-(--fast) group-open/table:rotate-90" />
          {tableLabel}
        </summary>
        <div tabIndex={0} role="region" aria-label={`${title}: ${tableLabel}`} className="mt-1 max-h-56 overflow-y-auto pb-1">
          {table}
        </div>
      </details>
    </figure>
  )
}

type FiguresProps = { label: string; head: string[]; rows: { key: string; cells: React.ReactNode[] }[] }

/** The numbers of a chart; the first column names its row. */
export function Figures({ label, head, rows }: FiguresProps) {
  return (
    <table aria-label={label} className="w-full text-xs tabular-nums [&_:is(td,th)]:border-b [&_:is(td,th)]:border-line [&_:is(td,th)]:py-1 [&_:is(td,th)]:pr-3">
      <thead className="text-left text-muted">
        <tr>
          {head.map((text) => (
            <th key={text} scope="col" className="font-label not-first:text-right">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...figures] }) => (
          <tr key={key}>
            <th scope="row" className="text-left font-text">
              {name}
            </th>
            {figures.map((figure, index) => (
              <td key={head[index + 1]} className="text-right">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
