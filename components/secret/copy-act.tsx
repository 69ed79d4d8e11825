'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from './keep'

type CopyActProps = {
  /** The command to copy, asked for when it is. */
  text: () => string
  /** Id of what says which command, where there are several. */
  describedBy?: string
  onCopied?: (() => void) | undefined
}

/** Copies a command, and says beside the button whether it did: nothing moves, and no scrolling hides it. */
export function CopyAct({ text, describedBy, onCopied }: CopyActProps) {
  const t = useTranslations('copyCommand')
  const [said, setSaid] = useState('')
  async function copy() {
    const copied = await copyText(text())
    setSaid(copied ? t('copied') : t('notCopied'))
    if (copied) onCopied?.()
  }
  return (
    <div className="flex min-w-0 flex-1 items-center justify-end gap-2 max-sm:basis-full noscript:hidden">
      <p role="status" className="min-w-0 text-right text-pretty text-muted">
        {said}
      </p>
      <Button look="quiet" size="small" className="-mr-2 flex-none" aria-describedby={describedBy} onClick={() => void copy()}>
        <Copy className="size-3.5 stroke-2" />
        {t('copy')}
      </Button>
    </div>
  )
}
