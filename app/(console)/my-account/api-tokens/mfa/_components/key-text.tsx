'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/secret/keep'

/** Characters that are read and typed at once. */
const GROUP = 4

/** The key for who cannot scan: in groups, which are set apart without a space, so that none is copied. */
export function KeyText({ secret }: { secret: string }) {
  const t = useTranslations('mfa')
  const id = useId()
  const [said, setSaid] = useState('')
  const groups = Array.from({ length: Math.ceil(secret.length / GROUP) }, (_group, at) => secret.slice(at * GROUP, (at + 1) * GROUP))
  async function copy() {
    setSaid((await copyText(secret)) ? t('keyCopied') : t('keyNotCopied'))
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1.5">
      <span id={id} className="font-label">
        {t('key')}
      </span>
      <output aria-labelledby={id} className="flex flex-wrap gap-x-2 rounded-control border border-line-control bg-surface-sunken px-3 py-2 leading-[1.375rem] select-all">
        {groups.map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </output>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 noscript:hidden">
        <Button size="small" onClick={() => void copy()}>
          <Copy className="size-3.5 stroke-2" />
          {t('copyKey')}
        </Button>
        <p role="status" className="min-w-0 text-pretty text-muted">
          {said}
        </p>
      </div>
    </div>
  )
}
