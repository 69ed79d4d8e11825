'use client'

import type { TokensFlowProps } from './acts-provider'

export function TokensFlow({ open }: TokensFlowProps) {
  return open ? null : null
}
