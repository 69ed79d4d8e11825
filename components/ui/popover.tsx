'use client'

import { useId, type MouseEvent, type ReactNode, type ToggleEvent } from 'react'
import { classNames } from './class-names'

type PopoverProps = {
  /** The accessible name of the button where its text does not say it. */
  label?: string
  trigger: ReactNode
  triggerClass: string
  /** The accessible name of what opens. */
  title: string
  /** The edge that button and panel have in common. */
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}

const panelClass =
  'm-0 max-w-[calc(100vw-2rem)] rounded-panel border border-line-strong bg-surface-raised text-ink shadow-2 outline-none ' +
  // Where the browser can't anchor it, the panel opens in the middle of the window.
  'not-supports-[position-area:bottom]:m-auto supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:my-1 max-sm:supports-[position-area:bottom]:mx-2 ' +
  '[position-try-fallbacks:flip-block,flip-inline,flip-block_flip-inline] open:motion-safe:animate-[rise_var(--base)_var(--ease)]'

/** What opens is read from its start. */
function focusInside({ newState, currentTarget }: ToggleEvent<HTMLElement>) {
  if (newState === 'open') currentTarget.focus({ preventScroll: true })
}

/** Whatever is followed or pressed in it has been chosen: it closes, and the focus goes back to its button first. */
function closeWhenChosen({ target, currentTarget }: MouseEvent<HTMLElement>) {
  if (target instanceof Element && target.closest('a, button')) currentTarget.hidePopover()
}

/**
 * A button and what opens beside it. The browser's own popover: it opens without JavaScript, weighs nothing, closes on
 * Esc and a press elsewhere, and returns the focus.
 */
export function Popover({ label, trigger, triggerClass, title, align = 'start', className, children }: PopoverProps) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} aria-haspopup="dialog" aria-label={label} className={triggerClass}>
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={title}
        tabIndex={-1}
        onToggle={focusInside}
        onClick={closeWhenChosen}
        className={classNames(panelClass, align === 'start' ? '[position-area:bottom_span-right]' : '[position-area:bottom_span-left]', className)}
      >
        {children}
      </div>
    </>
  )
}
