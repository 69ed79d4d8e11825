'use client'

import { ListProblem } from '@/components/shell/list-problem'
import type { ProblemProps } from '@/components/shell/problem'
import { LIST_PATH } from './_components/list/list-address'

export default function ApiTokensError(props: ProblemProps) {
  return <ListProblem {...props} path={LIST_PATH} />
}
