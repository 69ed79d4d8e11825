import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names'

const TONES = {
  ok: 'pr-1 font-item text-muted border-transparent [&>.lucide]:text-success',
  idle: 'pr-1 font-item text-subtle border-transparent',
  off: 'pr-[7px] pl-[5px] bg-surface-sunken border-line-strong text-ink',
  ended: 'pr-[7px] pl-[5px] bg-danger-surface border-danger-border text-danger',
  warn: 'pr-[7px] pl-[5px] bg-warning-surface border-warning-border text-warning',
  gone: 'pr-[7px] pl-[5px] border-dashed border-line-control text-muted',
  plain: 'px-1.5 bg-surface-sunken border-line text-muted max-sm:whitespace-normal max-sm:wrap-anywhere',
} as const

type BadgeProps = { tone: keyof typeof TONES; icon?: LucideIcon | undefined; title?: string | undefined; children: React.ReactNode }

/** A state or a name in a box. Its word and the shape of its icon say it; colour only helps. */
export function Badge({ tone, icon: Icon, title, children }: BadgeProps) {
  return (
    <span
      data-badge={tone}
      title={title}
      className={classNames(
        'inline-flex min-h-5 items-center gap-1 rounded-badge border py-px text-xs font-label whitespace-nowrap',
        TONES[tone],
      )}
    >
      {Icon ? <Icon className="size-3 stroke-[2.25]" /> : null}
      {children}
    </span>
  )
}
