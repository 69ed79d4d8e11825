'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef } from 'react'
import { iconButtonClass } from '@/components/ui/button'

/**
 * Nothing but the drawer can be reached while it is open, save what opens over it later: a question about the token.
 * By hand, because a dialog of the browser's own would lie over such a question, too.
 */
function keepOthersOut(drawer: HTMLElement): () => void {
  const kept: HTMLElement[] = []
  for (let node = drawer; node.parentElement && node !== document.body; node = node.parentElement) {
    for (const sibling of node.parentElement.children) {
      if (sibling === node || !(sibling instanceof HTMLElement) || sibling.inert || sibling.matches('script, style, [data-base-ui-portal]')) continue
      sibling.inert = true
      kept.push(sibling)
    }
  }
  return () => {
    for (const element of kept) element.inert = false
  }
}

type DrawerProps = {
  title: string
  lead?: React.ReactNode
  closeLabel: string
  /** The address of the list without it. */
  close: string
  /** Ids of what gets the focus afterwards: the first that is there. */
  returnTo: string[]
  foot?: React.ReactNode
  children: React.ReactNode
}

const panelClass =
  'absolute inset-y-0 right-0 grid w-full grid-rows-[auto_minmax(0,1fr)_auto] border-l border-line-strong bg-surface-raised text-ink shadow-3 outline-none ' +
  'motion-safe:animate-[slide_var(--slow)_var(--ease)] sm:w-[27rem]'

/** Details beside the list, which stays. Its address can be shared; without JavaScript it is left by its links. */
export function Drawer({ title, lead, closeLabel, close, returnTo, foot, children }: DrawerProps) {
  const id = useId()
  const router = useRouter()
  const whole = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const afterwards = returnTo.join(' ')
  useEffect(() => {
    if (!whole.current) return
    const letOthersIn = keepOthersOut(whole.current)
    heading.current?.focus({ preventScroll: true })
    return () => {
      letOthersIn()
      const ids = afterwards.split(' ')
      ids.flatMap((one) => document.getElementById(one) ?? [])[0]?.focus({ preventScroll: true })
    }
  }, [afterwards])
  return (
    <div ref={whole} className="fixed inset-0 z-40">
      <Link href={close} prefetch={false} scroll={false} tabIndex={-1} aria-hidden className="absolute inset-0 bg-scrim" />
      <section
        role="dialog"
        aria-labelledby={id}
        className={panelClass}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) router.push(close, { scroll: false })
        }}
      >
        <header className="flex items-start justify-between gap-3 border-b border-line py-4 pr-3 pl-5 max-sm:pl-4">
          <div className="min-w-0">
            <h2 id={id} ref={heading} tabIndex={-1} className="outline-none wrap-anywhere">
              {title}
            </h2>
            {lead}
          </div>
          <Link href={close} prefetch={false} scroll={false} aria-label={closeLabel} className={`${iconButtonClass} flex-none`}>
            <X />
          </Link>
        </header>
        <div className="grid content-start gap-5 overflow-y-auto overscroll-contain px-5 pt-4 pb-6 max-sm:px-4">{children}</div>
        {foot ? <footer data-drawer-foot className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3 max-sm:px-4">{foot}</footer> : null}
      </section>
    </div>
  )
}
