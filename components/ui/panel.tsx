import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export const panelClass = 'min-w-0 rounded-panel border border-line bg-surface shadow-1'

export function Panel({ className, ...rest }: ComponentProps<'section'>) {
  return <section {...rest} className={classNames(panelClass, className)} />
}
