'use client'

import { useTranslations } from 'next-intl'
import { useId, type RefObject } from 'react'
import { fileNameFor } from '@/components/secret/keep'
import { KeepActs } from '@/components/secret/keep-acts'
import type { Keeping, KeepingAct } from '@/components/secret/keeping'
import { Masked } from '@/components/secret/masked'

type SecretProps = {
  name: string
  apiToken: string
  said: Keeping['said']
  copyButton: RefObject<HTMLButtonElement | null>
  onAct: (act: KeepingAct) => void
}

/** Characters at the end of an API token that are secret: 43 of it, and 6 that follow from them. */
const SECRET_LENGTH = 49

export function Secret({ name, apiToken, said, copyButton, onAct }: SecretProps) {
  const t = useTranslations('generated')
  const id = useId()
  const file = fileNameFor(name)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <span id={id} className="font-label">
        {t('secret')}
      </span>
      <Masked
        labelledBy={id}
        text={apiToken}
        secret={SECRET_LENGTH}
        labels={{ show: t('show'), hide: t('hide'), hidden: t('hidden', { count: SECRET_LENGTH }) }}
      />
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
