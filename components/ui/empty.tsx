import type { LucideIcon } from 'lucide-react'
import { Panel } from './panel'

type EmptyProps = { icon: LucideIcon; title: string; actions?: React.ReactNode; children: React.ReactNode }

/** What stands where a list would: why there is nothing, and the act that changes it. */
export function Empty({ icon: Icon, title, actions, children }: EmptyProps) {
  return (
    <Panel className="grid justify-items-center gap-2 px-6 py-16 text-center">
      <Icon className="size-6 stroke-[1.5] text-subtle" />
      <h2>{title}</h2>
      <div className="max-w-[30rem] text-md text-balance wrap-anywhere text-muted">{children}</div>
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </Panel>
  )
}
