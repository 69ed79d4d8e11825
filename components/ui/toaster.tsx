'use client'

import { Toast } from '@base-ui/react/toast'
import { CircleCheck, X } from 'lucide-react'
import { iconButtonClass } from './button'

export type ToasterProps = { closeLabel: string; regionLabel: string }

export const toasts = Toast.createToastManager()

function List({ closeLabel }: { closeLabel: string }) {
  const { toasts: shown } = Toast.useToastManager()
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      role="status"
      aria-modal={undefined}
      className="flex items-center gap-3 rounded-panel border border-line-strong bg-surface-raised py-2 pr-2 pl-4 shadow-2 motion-safe:animate-[rise_var(--base)_var(--ease)]"
    >
      <CircleCheck className="text-success" />
      <Toast.Title render={<p />} className="min-w-0 flex-1 wrap-anywhere" />
      <Toast.Close aria-hidden={undefined} aria-label={closeLabel} className={iconButtonClass}>
        <X />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** Echoes what the page shows anyway, for six seconds; waits while the pointer or the focus is on it. It never lies on the acts in a drawer's foot. */
export function Toaster({ closeLabel, regionLabel }: ToasterProps) {
  return (
    <Toast.Provider toastManager={toasts} timeout={6_000}>
      <Toast.Portal>
        <Toast.Viewport aria-label={regionLabel} className="fixed right-5 bottom-5 z-60 in-[body:has([data-drawer-foot])]:bottom-20 grid w-[min(22rem,calc(100vw-2.5rem))] gap-2 outline-none">
          <List closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
