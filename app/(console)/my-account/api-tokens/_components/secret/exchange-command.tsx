'use client'

import { useTranslations } from 'next-intl'
import { CopyAct } from '@/components/secret/copy-act'
import { exchangeCommand } from './curl-command'

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
  const command = exchangeCommand(publicUrl, { passcode })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="font-label">{title}</span>
        <CopyAct text={() => command} onCopied={onCopied} />
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
