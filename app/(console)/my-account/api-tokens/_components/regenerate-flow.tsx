'use client'

import type { RegenerateFlowProps } from './regenerate-provider'

export function RegenerateFlow(_props: RegenerateFlowProps) {
  return null
}
