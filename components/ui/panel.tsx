import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export const panelClass = 'min-w-0 rounded-panel border border-line bg-surface shadow-1'

export function Panel({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={classNames(panelClass, className)} />
}

type PanelHeadProps = { id: string; title: string; help?: React.ReactNode; aside?: React.ReactNode }

/** What a panel is about: its title, by which the panel is named, a sentence, and at the end a fact or an act. */
export function PanelHead({ id, title, help, aside }: PanelHeadProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 pt-4 pb-4 max-sm:px-4">
      <div className="grid min-w-0 flex-[1_1_16rem] grid-cols-[minmax(0,1fr)] gap-0.5">
        <h2 id={id} tabIndex={-1} className="text-sm tracking-normal outline-none max-sm:text-md">
          {title}
        </h2>
        {help ? <p className="text-pretty text-muted">{help}</p> : null}
      </div>
      {aside}
    </div>
  )
}

/** The acts of a panel, on a floor of their own. */
export function PanelFoot({ children }: { children: React.ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-b-[7px] border-t border-line bg-surface-sunken px-5 py-3 max-sm:px-4">{children}</div>
}
