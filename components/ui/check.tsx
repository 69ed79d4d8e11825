import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type CheckProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & { id: string; label: React.ReactNode; help?: React.ReactNode }

/** A check box with its label and, below, what it means or why it can't be chosen. */
export function Check({ id, label, help, disabled, className, ...input }: CheckProps) {
  return (
    <div className={classNames('grid break-inside-avoid grid-cols-[16px_minmax(0,1fr)] gap-x-2 py-1.5', className)}>
      <input {...input} id={id} type="checkbox" disabled={disabled} aria-describedby={help ? `${id}-help` : undefined} className="tick mt-px max-sm:mt-0.5" />
      <label htmlFor={id} className={classNames('min-h-[18px] font-item wrap-anywhere', disabled && 'text-subtle')}>
        {label}
      </label>
      {help ? (
        <span id={`${id}-help`} className="col-start-2 text-muted wrap-anywhere">
          {help}
        </span>
      ) : null}
    </div>
  )
}
