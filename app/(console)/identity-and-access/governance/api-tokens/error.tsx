'use client'

import { ListProblem } from '@/components/shell/list-problem'
import type { ProblemProps } from '@/components/shell/problem'
import { GOVERNANCE_PATH } from '@/lib/governance/list-address'

export default function GovernanceError(props: ProblemProps) {
  return <ListProblem {...props} path={GOVERNANCE_PATH} />
}
