'use client'

import { TriangleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Panel } from '@/components/ui/panel'

type ShownOncePanelProps = {
  title: string
  lead: ReactNode
  /** That it is shown once, and what follows. */
  warning: ReactNode
  /** What becomes of it when the page is left, and where that leads. */
  leaving: string
  next: { href: string; text: string }
  className?: string
  children: ReactNode
}

/** The one showing of a secret, or of several, where no JavaScript runs: in clear, to be selected and copied by hand. */
export function ShownOncePanel({ title, lead, warning, leaving, next, className, children }: ShownOncePanelProps) {
  const titleId = useId()
  return (
    <Panel aria-labelledby={titleId} className={classNames('grid grid-cols-[minmax(0,1fr)] gap-4 p-5 max-sm:p-4', className)}>
      <div>
        <h2 id={titleId}>{title}</h2>
        <p className="mt-0.5 text-md text-muted wrap-anywhere">{lead}</p>
      </div>
      <Banner tone="warn" icon={TriangleAlert}>
        {warning}
      </Banner>
      {children}
      <p className="text-pretty text-muted">{leaving}</p>
      <ButtonLink href={next.href} look="primary" prefetch={false} className="justify-self-start">
        {next.text}
      </ButtonLink>
    </Panel>
  )
}

/** A secret in clear, selected as a whole. */
export function SecretInClear({ label, text }: { label: string; text: string }) {
  const labelId = useId()
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <span id={labelId} className="font-label">
        {label}
      </span>
      <output aria-labelledby={labelId} className="rounded-control border border-line-control bg-surface-sunken px-3 py-2 leading-[1.375rem] break-all select-all">
        {text}
      </output>
    </div>
  )
}
