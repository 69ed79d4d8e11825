import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type SwitchProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'role'> & { id: string; label: string; state: string }

/** On or off, said in words beside it. It changes a form, saved with the rest, never by itself. */
export function Switch({ id, label, state, className, ...input }: SwitchProps) {
  return (
    <label htmlFor={id} className={classNames('inline-flex min-h-6 items-center gap-2 font-item', className)}>
      <input {...input} id={id} type="checkbox" role="switch" aria-labelledby={`${id}-label`} className="switch" />
      <span>
        <span id={`${id}-label`}>{label}</span>
        <span aria-hidden>
          : <strong>{state}</strong>
        </span>
      </span>
    </label>
  )
}
