'use client'

import { useId, type ComponentProps } from 'react'
import { fileNameFor } from './keep'
import { KeepActs } from './keep-acts'
import { Masked } from './masked'
import type { Said } from './keeping'

type SecretToKeepProps = Pick<ComponentProps<typeof KeepActs>, 'text' | 'showing'> & {
  /** Whose secret it is: names the file, and stands above it on paper. */
  name: string
  label: string
  /** Characters at its end that are secret. */
  secret: number
  labels: ComponentProps<typeof Masked>['labels'] & ComponentProps<typeof KeepActs>['labels']
  /** What there is to say of an attempt, with the name of the file. */
  say: (said: Said, file: string) => string
}

/** A secret with its name, masked, and the ways to keep it. */
export function SecretToKeep({ text, name, label, secret, labels, say, showing }: SecretToKeepProps) {
  const labelId = useId()
  const file = fileNameFor(name)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <span id={labelId} className="font-label">
        {label}
      </span>
      <Masked labelledBy={labelId} text={text} secret={secret} labels={labels} />
      <KeepActs text={text} file={file} heading={`${name} · ${label}`} labels={labels} say={(said) => say(said, file)} showing={showing} />
    </div>
  )
}
