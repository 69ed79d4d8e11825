import type { ComponentProps, ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { PanelFoot } from '@/components/ui/panel'

type SubmitFootProps = Pick<ComponentProps<typeof Button>, 'look'> & {
  busy: boolean
  /** What sending the form does. */
  act: string
  /** The way out of it, where there is a page to go back to. */
  cancel?: { href: string; text: string }
  /** What there is to say beside the buttons. */
  children?: ReactNode
}

/** The foot of a form in a panel: the one act, on a narrow screen as wide as that. */
export function SubmitFoot({ look = 'primary', busy, act, cancel, children }: SubmitFootProps) {
  return (
    <PanelFoot>
      <Button type="submit" look={look} busy={busy} className="max-sm:w-full">
        {act}
      </Button>
      {cancel ? (
        <ButtonLink href={cancel.href} className="max-sm:w-full">
          {cancel.text}
        </ButtonLink>
      ) : null}
      {children}
    </PanelFoot>
  )
}
