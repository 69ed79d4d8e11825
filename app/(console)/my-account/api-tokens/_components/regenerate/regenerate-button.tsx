'use client'

import { Button } from '@/components/ui/button'
import { fetchRegenerateAhead, useAskRegenerate, type Regenerable } from './regenerate-provider'

/** The act that a row note offers. The note says it in words, so nothing is lost without JavaScript. */
export function RegenerateButton({ token, children }: { token: Regenerable; children: React.ReactNode }) {
  const askRegenerate = useAskRegenerate()
  return (
    <Button size="small" className="noscript:hidden" onPointerEnter={fetchRegenerateAhead} onFocus={fetchRegenerateAhead} onClick={() => askRegenerate(token)}>
      {children}
    </Button>
  )
}
