import type { GenerateToken } from '@/lib/tokens/schemas'

/** What the form of a new token sends where nobody changed it. */
export function tokenForm({ orgId }: { orgId: string }, change: Partial<GenerateToken> = {}): GenerateToken {
  return {
    orgId,
    name: 'nightly-backup',
    description: '',
    ttlValue: 6,
    ttlUnit: 'months',
    scope: 'chosen',
    roles: ['org_member'],
    openId: false,
    reminderDays: 7,
    idempotencyKey: crypto.randomUUID(),
    ...change,
  }
}
