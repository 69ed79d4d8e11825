import type { ComponentProps } from 'react'
import { CircleAlert } from 'lucide-react'
import { classNames } from './class-names'

/** Field text is 16 px on a phone: with less, iOS zooms into the page on focus. */
export const controlClass =
  'w-full min-h-(--control) rounded-control border border-line-control bg-surface py-1 pr-1.5 pl-2.5 text-ink max-sm:text-lg ' +
  'placeholder:text-subtle placeholder:opacity-100 hover:border-muted focus-visible:rounded-control focus-visible:-outline-offset-1 ' +
  'aria-invalid:border-danger aria-invalid:inset-ring aria-invalid:inset-ring-danger ' +
  'disabled:border-line-strong disabled:bg-surface-sunken disabled:text-subtle'

export function ErrorText({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-danger">
      <CircleAlert className="mt-px" />
      <span>{children}</span>
    </p>
  )
}

type FieldText = {
  id: string
  label: React.ReactNode
  optional?: string | undefined
  help?: React.ReactNode
  error?: string | null | undefined
}

/** The ids of what describes a control, or nothing. */
export function describedBy({ id, help, error }: Pick<FieldText, 'id' | 'help' | 'error'>): string | undefined {
  return error ? `${id}-error` : help ? `${id}-help` : undefined
}

/** Label above, control, then help or, in the same place, what is wrong. */
export function Field({ id, label, optional, help, error, className, children }: FieldText & { className?: string; children: React.ReactNode }) {
  return (
    <div className={classNames('grid grid-cols-[minmax(0,1fr)] gap-1.5', className)}>
      <label htmlFor={id} className="justify-self-start font-label">
        {label}
        {optional ? <span className="font-text text-subtle"> {optional}</span> : null}
      </label>
      {children}
      {error ? <ErrorText id={`${id}-error`}>{error}</ErrorText> : null}
      {help && !error ? (
        <p id={`${id}-help`} className="text-pretty text-muted">
          {help}
        </p>
      ) : null}
    </div>
  )
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & FieldText

export function TextField({ id, label, optional, help, error, className, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} optional={optional} help={help} error={error}>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, help, error })}
        className={classNames(controlClass, className)}
      />
    </Field>
  )
}

/** The browser's own select: it works before JavaScript and as the device is used to. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...rest} className={classNames(controlClass, 'chevron appearance-none pr-7', className)} />
}
