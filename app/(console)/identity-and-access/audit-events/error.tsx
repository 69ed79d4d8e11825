'use client'

import { ListProblem } from '@/components/shell/list-problem'
import type { ProblemProps } from '@/components/shell/problem'
import { AUDIT_EVENTS_PATH } from '@/lib/audit/log-address'

export default function AuditEventsError(props: ProblemProps) {
  return <ListProblem {...props} path={AUDIT_EVENTS_PATH} />
}
