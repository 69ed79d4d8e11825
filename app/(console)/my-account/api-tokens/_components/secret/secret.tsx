'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type RefObject } from 'react'
import { fileNameFor, SECRET_LENGTH } from './keep'
import { KeepActs } from './keep-acts'
import type { Keeping, KeepingAct } from './keeping'

type SecretProps = {
  name: string
  apiToken: string
  said: Keeping['said']
  copyButton: RefObject<HTMLButtonElement | null>
  onAct: (act: KeepingAct) => void
}

/** On a line of its own and masked with as many dots as it has characters, so that revealing moves nothing. */
function Shown({ labelledBy, apiToken, revealed }: { labelledBy: string; apiToken: string; revealed: boolean }) {
  const t = useTranslations('generated')
  const open = apiToken.slice(0, -SECRET_LENGTH)
  return (
    <output aria-labelledby={labelledBy} className="min-w-0 flex-1 px-3 py-2 leading-[1.375rem] wrap-anywhere">
      {open}
      <span className="inline-block">
        {revealed ? (
          apiToken.slice(-SECRET_LENGTH)
        ) : (
          <>
            <span aria-hidden>{'•'.repeat(SECRET_LENGTH)}</span>
            <span className="sr-only">{t('hidden', { count: SECRET_LENGTH })}</span>
          </>
        )}
      </span>
    </output>
  )
}

export function Secret({ name, apiToken, said, copyButton, onAct }: SecretProps) {
  const t = useTranslations('generated')
  const id = useId()
  const [revealed, setRevealed] = useState(false)
  const file = fileNameFor(name)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <span id={id} className="font-label">
        {t('secret')}
      </span>
      <div className="flex items-stretch overflow-clip rounded-control border border-line-control bg-surface-sunken">
        <Shown labelledBy={id} apiToken={apiToken} revealed={revealed} />
        <button
          type="button"
          aria-label={revealed ? t('hide') : t('show')}
          onClick={() => setRevealed(!revealed)}
          className="grid w-10 flex-none place-items-center border-l border-line text-subtle hover:bg-surface-hover hover:text-ink focus-visible:-outline-offset-3"
        >
          {revealed ? <EyeOff /> : <Eye />}
        </button>
      </div>
      <KeepActs
        text={apiToken}
        file={file}
        heading={`${name} · ${t('secret')}`}
        labels={{ copy: t('copy'), download: t('download'), print: t('print') }}
        said={said ? t(said, { file }) : null}
        copyButton={copyButton}
        onAct={onAct}
      />
    </div>
  )
}
