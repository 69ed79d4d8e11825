import type { ComponentProps } from 'react'
import { Lock } from 'lucide-react'
import { classNames } from './class-names'

type PresetProps = Omit<ComponentProps<'input'>, 'type'> & { children: React.ReactNode }

/** One of a few common answers, as a radio button in a box. A locked one is dashed and has a lock. */
export function Preset({ children, disabled, ...input }: PresetProps) {
  return (
    <label className="relative">
      <input {...input} type="radio" disabled={disabled} className="peer absolute inset-0 size-full opacity-0" />
      <span
        className={classNames(
          'inline-flex min-h-(--control-sm) items-center gap-1 rounded-control border border-line-strong bg-surface px-2.5 py-0.5 font-item text-muted',
          'peer-hover:border-line-control peer-hover:text-ink peer-checked:border-accent-solid peer-checked:font-label peer-checked:text-ink',
          'peer-checked:inset-ring peer-checked:inset-ring-accent-solid peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus',
          'peer-disabled:border-dashed peer-disabled:border-line-strong peer-disabled:bg-surface-sunken peer-disabled:text-subtle',
        )}
      >
        {disabled ? <Lock className="size-3.5 stroke-2" /> : null}
        {children}
      </span>
    </label>
  )
}
