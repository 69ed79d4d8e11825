'use client'

import type { MatchingFlowProps } from './acts-provider'

export function MatchingFlow({ open }: MatchingFlowProps) {
  return open ? null : null
}
