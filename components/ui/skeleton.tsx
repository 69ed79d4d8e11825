import { classNames } from './class-names'

/** A bar where a line of text will be. */
export function Bar({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('block h-2.5 rounded-badge bg-surface-hover', className)} />
}

/** Waits 200 ms before it shows, so that what is quick does not flash. */
export function Skeleton({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="status" className="animate-[appear_1ms_200ms_both]">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  )
}
