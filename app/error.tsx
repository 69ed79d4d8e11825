'use client'

import { Problem, type ProblemProps } from '@/components/shell/problem'

export default function RootError(props: ProblemProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[40rem] content-center px-4">
      <Problem {...props} />
    </main>
  )
}
