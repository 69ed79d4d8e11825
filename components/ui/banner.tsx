import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names'

const TONES = {
  plain: 'border-line bg-surface',
  warn: 'border-warning-border bg-warning-surface [&>.lucide]:text-warning',
  danger: 'border-danger-border bg-danger-surface [&>.lucide]:text-danger',
} as const

type BannerProps = { tone: keyof typeof TONES; icon: LucideIcon; role?: 'alert' | 'status'; children: React.ReactNode }

/** A condition that stands for a while: icon, sentence. */
export function Banner({ tone, icon: Icon, role, children }: BannerProps) {
  return (
    <div
      role={role}
      className={classNames('grid grid-cols-[16px_minmax(0,1fr)] items-start gap-x-3 rounded-panel border py-2.5 pr-3 pl-4', TONES[tone])}
    >
      <Icon className="mt-px" />
      <div className="text-pretty wrap-anywhere">{children}</div>
    </div>
  )
}
