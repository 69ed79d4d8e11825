import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names'

const TONES = {
  plain: 'border-line bg-surface',
  good: 'border-line bg-surface [&>.lucide]:text-success',
  info: 'border-info-border bg-info-surface [&>.lucide]:text-info',
  warn: 'border-warning-border bg-warning-surface [&>.lucide]:text-warning',
  danger: 'border-danger-border bg-danger-surface [&>.lucide]:text-danger',
} as const

type BannerProps = { tone: keyof typeof TONES; icon: LucideIcon; role?: 'alert' | 'status'; act?: React.ReactNode; children: React.ReactNode }

/** A condition that stands for a while: icon, sentence, and at its side, on a phone below it, the one act. */
export function Banner({ tone, icon: Icon, role, act, children }: BannerProps) {
  return (
    <div
      role={role}
      className={classNames(
        'grid gap-x-3 gap-y-2 rounded-panel border py-2.5 pr-3 pl-4',
        act ? 'grid-cols-[16px_minmax(0,1fr)] items-start sm:grid-cols-[16px_minmax(0,1fr)_auto] sm:items-center' : 'grid-cols-[16px_minmax(0,1fr)] items-start',
        TONES[tone],
      )}
    >
      <Icon className={act ? 'mt-px sm:mt-0' : 'mt-px'} />
      <div className="text-pretty wrap-anywhere">{children}</div>
      {act ? <div className="max-sm:col-start-2">{act}</div> : null}
    </div>
  )
}
