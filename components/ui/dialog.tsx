'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

type DialogProps = {
  open: boolean
  /** Asked by Esc, a press outside and ✕: the caller decides. */
  onLeave: () => void
  title: string
  lead?: ReactNode
  wide?: boolean
  footer: ReactNode
  children: ReactNode
  /** Where the focus goes afterwards; without it, back to where it came from. */
  finalFocus?: () => HTMLElement | boolean | null
}

const popupClass =
  'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] -translate-1/2 flex-col rounded-dialog border border-line-strong bg-surface-raised text-ink shadow-3 outline-none ' +
  'motion-safe:animate-[rise_var(--slow)_var(--ease)]'

/**
 * Whether the focus is in a dialog that has come since: one that gives way to another, or to what asks for the password,
 * may be gone only after the other has taken the focus, which is to stay there then.
 */
function isInAnother(popup: HTMLElement | null): boolean {
  const focused = document.activeElement?.closest('[role=dialog], [role=alertdialog]')
  return focused !== null && focused !== undefined && focused !== popup
}

/** One decision. The focus starts on the title, so that it is read first; the foot holds the acts. */
export function Dialog({ open, onLeave, title, lead, wide = false, footer, children, finalFocus }: DialogProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onLeave())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-scrim" />
        <Base.Popup
          ref={popup}
          initialFocus={heading}
          {...(finalFocus && { finalFocus: () => !isInAnother(popup.current) && finalFocus() })}
          className={classNames(popupClass, wide ? 'w-[min(40rem,calc(100vw-2rem))]' : 'w-[min(33rem,calc(100vw-2rem))]')}
        >
          <div className="min-h-0 overflow-y-auto">
            <header className="px-6 pt-5 max-sm:px-4 max-sm:pt-4">
              <Base.Title ref={heading} tabIndex={-1} className="outline-none wrap-anywhere">
                {title}
              </Base.Title>
              {lead ? <Base.Description className="mt-0.5 text-md text-muted wrap-anywhere">{lead}</Base.Description> : null}
            </header>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-6 pt-4 pb-5 max-sm:px-4 max-sm:pt-3 max-sm:pb-4">{children}</div>
          </div>
          <footer className="flex flex-wrap items-center justify-end gap-2 rounded-b-[9px] border-t border-line bg-surface-sunken px-6 py-3 max-sm:px-4 max-sm:[&>button]:grow">
            {footer}
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
