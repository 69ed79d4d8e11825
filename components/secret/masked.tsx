'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'

type MaskedProps = {
  labelledBy: string
  text: string
  /** Characters at its end that are secret. */
  secret: number
  /** What the button does, and what is said in place of what is hidden. */
  labels: { show: string; hide: string; hidden: string }
}

/** A secret on a line of its own, masked with as many dots as it has characters, so that revealing moves nothing. */
export function Masked({ labelledBy, text, secret, labels }: MaskedProps) {
  const [revealed, setRevealed] = useState(false)
  return (
    <div className="flex items-stretch overflow-clip rounded-control border border-line-control bg-surface-sunken">
      <output aria-labelledby={labelledBy} className="min-w-0 flex-1 px-3 py-2 leading-[1.375rem] break-all">
        {text.slice(0, -secret)}
        <span className="inline-block">
          {revealed ? (
            text.slice(-secret)
          ) : (
            <>
              <span aria-hidden>{'•'.repeat(secret)}</span>
              <span className="sr-only">{labels.hidden}</span>
            </>
          )}
        </span>
      </output>
      <button
        type="button"
        aria-label={revealed ? labels.hide : labels.show}
        onClick={() => setRevealed(!revealed)}
        className="grid w-10 flex-none place-items-center border-l border-line text-subtle hover:bg-surface-hover hover:text-ink focus-visible:-outline-offset-3"
      >
        {revealed ? <EyeOff /> : <Eye />}
      </button>
    </div>
  )
}
