import { useFormatter } from 'next-intl'

const gridClass = 'grid grid-cols-[1.75rem_minmax(0,1fr)_auto] grid-rows-[6.5rem_auto] gap-x-2 gap-y-1 text-[0.6875rem] leading-none text-subtle tabular-nums'

type PlotProps = {
  /** The figures as a sentence: what somebody is told who does not see the picture. */
  label: string
  /** Of the axis, see axisTop. */
  top: number
  /** Under the plot, evenly spread. */
  ticks: string[]
  /** What is drawn, in a square of 100 by 100. */
  children: React.ReactNode
  /** What lies over the drawing, in percent of it. */
  over?: React.ReactNode
  /** Beside the drawing. */
  end?: React.ReactNode
}

/** A drawing between its axes: three lines, and as little else as possible. */
export function Plot({ label, top, ticks, children, over, end }: PlotProps) {
  const format = useFormatter()
  const levels = [0, 50, 100]
  return (
    <div className={gridClass}>
      <div aria-hidden className="relative text-right">
        {levels.map((level) => (
          <span key={level} style={{ top: `${level}%` }} className="absolute right-0 -translate-y-1/2">
            {format.number(top * (1 - level / 100), { notation: 'compact' })}
          </span>
        ))}
      </div>
      <div className="relative">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label} className="block size-full overflow-visible">
          {levels.map((level) => (
            <line key={level} x1="0" x2="100" y1={level} y2={level} className="stroke-(--chart-grid) [vector-effect:non-scaling-stroke]" />
          ))}
          {children}
        </svg>
        {over}
      </div>
      <div className="relative">{end}</div>
      <div aria-hidden className="col-start-2 flex justify-between pt-0.5 whitespace-nowrap">
        {ticks.map((tick) => (
          <span key={tick}>{tick}</span>
        ))}
      </div>
    </div>
  )
}
