'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { exchangeCommand } from './curl-command'
import { copyText } from '@/components/secret/keep'

type ExchangeCommandProps = {
  publicUrl: string
  passcode: boolean
  /** What it is for. */
  title: string
  /** What its variables are for. */
  help: React.ReactNode
  /** To have its command copied is to have whatever else was in the clipboard replaced. */
  onCopied?: () => void
}

export function ExchangeCommand({ publicUrl, passcode, title, help, onCopied }: ExchangeCommandProps) {
  const t = useTranslations('generated')
  const [said, setSaid] = useState('')
  const command = exchangeCommand(publicUrl, { passcode })
  async function copy() {
    const copied = await copyText(command)
    setSaid(copied ? t('commandCopied') : t('commandNotCopied'))
    if (copied) onCopied?.()
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="font-label">{title}</span>
        {/* Beside the button there is room for what it says: nothing moves, and no scrolling hides it. */}
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2 max-sm:basis-full noscript:hidden">
          <p role="status" className="min-w-0 text-right text-pretty text-muted">
            {said}
          </p>
          <Button look="quiet" size="small" className="-mr-2 flex-none" onClick={() => void copy()}>
            <Copy className="size-3.5 stroke-2" />
            {t('copyCommand')}
          </Button>
        </div>
      </div>
      <pre
        tabIndex={0}
        role="region"
        aria-label={t('command')}
        className="rounded-control border border-line bg-surface-sunken p-3 text-xs leading-5 whitespace-pre-wrap wrap-anywhere max-sm:overflow-x-auto max-sm:whitespace-pre"
      >
        {command}
      </pre>
      <p className="text-pretty text-muted">{help}</p>
    </div>
  )
}
