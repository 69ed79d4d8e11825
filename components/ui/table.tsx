import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** Where a cell belongs once the row is a record, see app/records.css. */
type Place = {
  at?: 'check' | 'alert' | 'main' | 'full' | 'left' | 'right' | 'act' | undefined
  /** The column leaves when the panel gets narrow: `first` goes before `second`. */
  leaves?: 'first' | 'second' | undefined
  /** Not shown in a record. */
  hideOnPhone?: boolean | undefined
}

function placed({ at, leaves, hideOnPhone }: Place) {
  return { 'data-at': at, 'data-leaves': leaves, 'data-hide': hideOnPhone ? 'phone' : undefined }
}

/** A table that becomes a list of records on a phone. Roles are written out: changing `display` drops them. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return <table role="table" {...rest} className={classNames('records', className)} />
}

export function Head({ children }: { children: React.ReactNode }) {
  return (
    <thead role="rowgroup">
      <tr role="row">{children}</tr>
    </thead>
  )
}

export function HeadCell({ at, leaves, hideOnPhone, ...rest }: ComponentProps<'th'> & Place) {
  return <th role="columnheader" scope="col" {...placed({ at, leaves, hideOnPhone })} {...rest} />
}

/** The rows that belong together: a row, and the note under it; or the head of a day by itself. */
export function RowGroup({ className, children }: { className?: string; children: React.ReactNode }) {
  return (
    <tbody role="rowgroup" className={className}>
      {children}
    </tbody>
  )
}

export function Row({ kind = 'row', children }: { kind?: 'row' | 'note' | 'day'; children: React.ReactNode }) {
  return (
    <tr role="row" className={kind}>
      {children}
    </tr>
  )
}

/** The cell that names its row. */
export function NameCell(props: ComponentProps<'th'>) {
  return <th role="rowheader" scope="row" data-at="main" {...props} />
}

export function Cell({ at, leaves, hideOnPhone, ...rest }: ComponentProps<'td'> & Place) {
  return <td role="cell" {...placed({ at, leaves, hideOnPhone })} {...rest} />
}

/** The fact above, its date or detail below. `label` names them in a record, where no head does. */
export function TwoLines({ label, second, children }: { label?: string; second?: React.ReactNode; children: React.ReactNode }) {
  return (
    <>
      {label ? <span className="label">{label}</span> : null}
      <span className="block wrap-anywhere">{children}</span>
      {second ? <span className="block text-xs wrap-anywhere text-subtle">{second}</span> : null}
    </>
  )
}
