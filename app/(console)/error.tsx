'use client'

import { Problem, type ProblemProps } from '@/components/shell/problem'

export default function ConsoleError(props: ProblemProps) {
  return <Problem {...props} />
}
