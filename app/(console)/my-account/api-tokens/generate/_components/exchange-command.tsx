'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from './keep'

/** The first call with the token, ready to run; it reads a variable, so that no shell remembers the secret. */
export function ExchangeCommand({ publicUrl }: { publicUrl: string }) {
  const t = useTranslations('generated')
  const [said, setSaid] = useState('')
  const command = `curl \\\n  ${publicUrl}/csp/gateway/am/api/auth/api-tokens/authorize \\\n  -d "api_token=$TOKENWARD_TOKEN"`
  const copy = async () => setSaid((await copyText(command)) ? t('commandCopied') : t('notCopied'))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="font-label">{t('exchange')}</span>
        <Button look="quiet" size="small" className="-mr-2 ml-auto" onClick={() => void copy()}>
          <Copy className="size-3.5 stroke-2" />
          {t('copyCommand')}
        </Button>
      </div>
      <pre
        tabIndex={0}
        role="region"
        aria-label={t('command')}
        className="rounded-control border border-line bg-surface-sunken p-3 text-xs leading-5 whitespace-pre-wrap wrap-anywhere max-sm:overflow-x-auto max-sm:whitespace-pre"
      >
        {command}
      </pre>
      <p className="text-pretty text-muted">{t('variable')}</p>
      <p role="status" className="text-muted empty:hidden">
        {said}
      </p>
    </div>
  )
}
