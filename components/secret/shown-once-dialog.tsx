'use client'

import { TriangleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Dialog } from '@/components/ui/dialog'
import { LeaveFoot, type LeaveTexts } from './leave-foot'
import type { Showing } from './use-shown-once'

type ShownOnceDialogProps = Omit<ComponentProps<typeof Dialog>, 'open' | 'onLeave' | 'footer'> & {
  showing: Showing
  /** That it is shown once, and what follows. */
  warning: ReactNode
  texts: LeaveTexts
}

/** The one showing of a secret, or of several. Leaving before it was kept asks once. */
export function ShownOnceDialog({ showing, warning, texts, children, ...dialog }: ShownOnceDialogProps) {
  return (
    <Dialog {...dialog} open onLeave={showing.leave} footer={<LeaveFoot showing={showing} texts={texts} />}>
      <Banner tone="warn" icon={TriangleAlert}>
        {warning}
      </Banner>
      {children}
    </Dialog>
  )
}
