import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { LinkPending } from './link-pending'
import { Turning } from './turning'

const LOOKS = {
  secondary:
    'border-line-strong bg-surface text-ink shadow-1 hover:border-line-control hover:bg-surface-hover active:bg-surface-sunken active:shadow-none [&_.lucide]:text-muted',
  primary: 'border-transparent bg-accent-solid text-on-solid shadow-1 hover:bg-accent-solid-hover active:shadow-none max-sm:min-h-11',
  quiet: 'border-transparent bg-transparent text-muted hover:bg-surface-hover hover:text-ink',
  danger: 'border-transparent bg-danger-solid text-on-solid shadow-1 hover:bg-danger-solid-hover active:shadow-none max-sm:min-h-11',
  'danger-quiet': 'border-line-strong bg-surface text-danger shadow-1 hover:border-line-control hover:bg-surface-hover',
} as const

const SIZES = { normal: 'min-h-(--control) px-3 py-1', small: 'min-h-(--control-sm) px-2 py-0.5' } as const

const BASE =
  'inline-flex items-center justify-center gap-1.5 rounded-control border font-label text-center transition-colors duration-(--fast) ' +
  'disabled:border-line disabled:bg-surface-sunken disabled:text-subtle disabled:shadow-none ' +
  '[&>.lucide:first-child]:-ml-0.5'

type Look = { look?: keyof typeof LOOKS | undefined; size?: keyof typeof SIZES | undefined }

export function buttonClass({ look = 'secondary', size = 'normal' }: Look = {}): string {
  return classNames(BASE, LOOKS[look], SIZES[size])
}

type ButtonProps = ComponentProps<'button'> & Look & { busy?: boolean }

/**
 * A button. While busy it keeps its label, its width and the focus, and does nothing: `aria-disabled` instead of
 * `disabled`, which would send the focus away.
 */
export function Button({ look, size, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={classNames(buttonClass({ look, size }), className)}
    >
      {busy ? <Turning /> : null}
      {children}
    </button>
  )
}

type ButtonLinkProps = ComponentProps<typeof Link> & Look

/** A link that looks like a button, because it leads to an act. */
export function ButtonLink({ look, size, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames(buttonClass({ look, size }), 'relative', className)}>
      {children}
      <LinkPending />
    </Link>
  )
}

/** A square button with an icon alone: give it an `aria-label`. */
export const iconButtonClass =
  'inline-grid size-7 place-items-center rounded-control text-subtle hover:bg-surface-hover hover:text-ink max-sm:size-9 ' +
  'aria-expanded:bg-surface-hover aria-expanded:text-ink data-popup-open:bg-surface-hover'
