'use client'

import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { Fragment, useCallback, useState } from 'react'
import { classNames } from './class-names'
import type { MenuProps } from './menu'
import type { MenuEntry } from './menu-entry'

const itemClass =
  'flex min-h-8 w-full items-center gap-2 rounded-badge px-2 py-1 outline-none select-none data-highlighted:bg-surface-hover max-sm:min-h-10'

function Entry({ label, icon, lang, danger, current, page, href, onSelect }: MenuEntry) {
  const common = { lang, 'aria-current': current || undefined, className: classNames(itemClass, danger ? 'text-danger' : 'text-ink [&_.lucide]:text-muted') }
  const content = (
    <>
      {icon}
      <span className="min-w-0 wrap-anywhere">{label}</span>
      {current ? <Check className="ml-auto size-3.5 stroke-2" /> : null}
    </>
  )
  if (page) {
    return (
      <Menu.LinkItem {...common} render={<Link href={page} />} closeOnClick>
        {content}
      </Menu.LinkItem>
    )
  }
  if (href) {
    return (
      <Menu.LinkItem {...common} href={href}>
        {content}
      </Menu.LinkItem>
    )
  }
  return (
    <Menu.Item {...common} onClick={onSelect}>
      {content}
    </Menu.Item>
  )
}

/** The opened form of a menu; loaded by ./menu.tsx when it is first wanted, hence open from the start. */
export function MenuPopup({ label, triggerClass, trigger, groups, align = 'end' }: MenuProps) {
  // Beside its button's part of the page, so that the menu belongs to a landmark as the button does.
  const [button, setButton] = useState<HTMLElement | null>(null)
  // It stands in for the button that was pressed and had the focus: what the menu opens returns the focus to it.
  const replace = useCallback((node: HTMLElement | null) => {
    node?.focus({ preventScroll: true })
    setButton(node)
  }, [])
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger ref={replace} aria-label={label} className={triggerClass}>
        {trigger}
      </Menu.Trigger>
      <Menu.Portal container={button?.closest<HTMLElement>('header, main') ?? null}>
        <Menu.Positioner side="bottom" align={align} sideOffset={4} collisionPadding={16} className="z-50 outline-none">
          <Menu.Popup className="max-w-[min(20rem,calc(100vw-2rem))] min-w-56 rounded-panel border border-line-strong bg-surface-raised p-1 shadow-2 outline-none motion-safe:animate-[rise_var(--base)_var(--ease)]">
            {groups.map(({ id, label: name, entries }, index) => (
              <Fragment key={id}>
                {index > 0 ? <Menu.Separator className="my-1 border-t border-line" /> : null}
                <Menu.Group>
                  {name ? <Menu.GroupLabel className="px-2 py-1 text-xs text-subtle wrap-anywhere">{name}</Menu.GroupLabel> : null}
                  {entries.map((entry) => (
                    <Entry key={entry.id} {...entry} />
                  ))}
                </Menu.Group>
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
