import type { Ttl } from '@/lib/time'
import type { OrganizationKey } from './people'

/** Days before now at which something happened; hours as a fraction. */
type DaysAgo = number

/** One token of the demo. Instants are told from now backwards, so that the demo is never stale. */
export type SampleToken = {
  owner: string
  organization: OrganizationKey
  name: string
  description?: string
  created: DaysAgo
  /** Null: never expires. */
  ttl: Ttl | null
  used?: DaysAgo
  /** All Roles. */
  scopes: 'all' | string[]
  openId?: true
  revoked?: DaysAgo
  deactivated?: { ago: DaysAgo; reason: string; note?: string }
  /** Its secret goes into demo.json, so that the first exchange works at once. */
  forDemo?: true
}

const months = (value: number): Ttl => ({ value, unit: 'months' })
const days = (value: number): Ttl => ({ value, unit: 'days' })
const MINUTE = 1 / 24 / 60
const HOUR = 1 / 24

const ADA = { owner: 'ada', organization: 'labs' } as const
const MARTA = { owner: 'marta', organization: 'labs' } as const
const TOM = { owner: 'tom', organization: 'labs' } as const
const TOM_AT_WORKS = { owner: 'tom', organization: 'works' } as const
const GIULIA = { owner: 'giulia', organization: 'labs' } as const

const EDITOR = 'external/object-store/editor'
const VIEWER = 'external/object-store/viewer'
const OPERATOR = 'external/message-queue/operator'
const AUDITOR = 'external/message-queue/auditor'
const CONSUMER = 'external/message-queue/consumer'
const PUBLISHER = 'external/message-queue/publisher'

/** Fresh, used, never used, idle, expiring, expired, never expiring, deactivated, revoked: of every kind some. */
export const SAMPLE_TOKENS: readonly SampleToken[] = [
  { ...ADA, name: 'deploy-pipeline', description: 'Release job on the build server', created: 2, ttl: months(6), used: 4 * MINUTE, scopes: ['developer', EDITOR], forDemo: true },
  { ...ADA, name: 'local-cli', description: 'Command line on my laptop', created: 86, ttl: days(90), used: 1.1, scopes: ['org_member'] },
  { ...ADA, name: 'terraform-staging', created: 158, ttl: months(6), used: 4.6, scopes: ['developer', VIEWER, OPERATOR], deactivated: { ago: 4, reason: 'key_compromise', note: 'Secret seen in a public build log.' } },
  { ...ADA, name: 'metrics-reader', description: 'Dashboards of the platform team', created: 312, ttl: months(24), used: 9 * HOUR, scopes: [VIEWER] },
  { ...ADA, name: 'weekly-report-export', description: 'Quarterly and weekly revenue export for the finance workspace, runs on Mondays', created: 217, ttl: months(7), used: 8, scopes: 'all' },
  { ...ADA, name: 'mirror-sync', created: 384, ttl: months(12), scopes: ['developer'], deactivated: { ago: 21, reason: 'no_longer_needed' } },
  { ...ADA, name: 'old-notebook', description: 'Lost with the old laptop', created: 418, ttl: null, used: 63, scopes: ['developer'], revoked: 41 },
  { ...ADA, name: 'audit-archive', description: 'Copies audit events to cold storage', created: 30, ttl: days(365), used: 2 * HOUR, scopes: ['org_owner'] },
  { ...ADA, name: 'sso-probe', description: 'Checks sign-in from outside', created: 12, ttl: days(30), used: 20 * MINUTE, scopes: ['org_member'], openId: true },
  { ...ADA, name: 'spend-report', description: 'Made when Ada still read the invoices', created: 75, ttl: months(6), used: 19, scopes: ['developer', 'billing_read_only'] },
  { ...ADA, name: 'invoice-archive', created: 140, ttl: months(6), used: 24, scopes: ['billing_read_only'] },
  { ...ADA, name: 'queue-drain', description: 'Emptied the queue before the move', created: 132, ttl: months(6), used: 97, scopes: [OPERATOR] },
  { ...MARTA, name: 'ticket-bridge', description: 'Moves support tickets', created: 40, ttl: months(6), used: 30 * MINUTE, scopes: ['support_user'] },
  { ...MARTA, name: 'user-sync', description: 'Nightly import from the directory', created: 200, ttl: months(12), used: 0.4, scopes: ['org_admin'] },
  { ...MARTA, name: 'queue-audit', created: 130, ttl: months(6), used: 101, scopes: [AUDITOR] },
  { ...MARTA, name: 'probe-eu', created: 3, ttl: days(7), used: 3 * HOUR, scopes: ['org_member'] },
  { ...MARTA, name: 'legacy-import', created: 700, ttl: null, used: 320, scopes: ['org_admin'] },
  { ...MARTA, name: 'migration-dry-run', created: 20, ttl: days(14), scopes: ['org_member'] },
  { ...MARTA, name: 'Prüfbericht Nord', description: 'Monatlicher Prüfbericht für die Revision', created: 64, ttl: months(3), used: 33, scopes: ['support_user', AUDITOR] },
  { ...MARTA, name: 'spreadsheet-macro', created: 95, ttl: months(6), used: 18, scopes: ['org_member'], deactivated: { ago: 11, reason: 'guideline_breach', note: 'Secrets must not be kept in spreadsheets.' } },
  { ...MARTA, name: 'on-call-phone', created: 260, ttl: months(6), used: 90, scopes: 'all' },
  { ...MARTA, name: 'trial-integration', created: 150, ttl: days(60), scopes: ['support_user'], revoked: 120 },
  { ...TOM, name: 'nightly-backup', description: 'Runs at 02:00 UTC', created: 25, ttl: months(6), used: 0.5, scopes: ['developer', VIEWER], forDemo: true },
  { ...TOM, name: 'ci-runner-1', created: 170, ttl: months(6), used: 10 * MINUTE, scopes: ['developer'] },
  { ...TOM, name: 'ci-runner-2', created: 170, ttl: months(6), used: 12 * MINUTE, scopes: ['developer'] },
  { ...TOM, name: 'ci-runner-3', created: 170, ttl: months(6), scopes: ['developer'] },
  { ...TOM, name: 'notebook', created: 1, ttl: days(30), scopes: ['org_member'] },
  { ...TOM, name: 'hackathon', description: 'Three days in spring', created: 220, ttl: days(3), used: 218, scopes: ['developer'] },
  { ...TOM, name: 'integration-tests', created: 400, ttl: months(18), used: 1.5, scopes: ['developer', VIEWER] },
  { ...TOM, name: 'image-resizer', created: 140, ttl: months(12), used: 120, scopes: [VIEWER] },
  { ...TOM, name: 'pager', created: 55, ttl: null, used: 0.2, scopes: ['org_member'] },
  { ...TOM, name: 'log-shipper', created: 88, ttl: months(6), used: 2.1, scopes: ['developer'], deactivated: { ago: 2, reason: 'suspicious_use', note: 'Used from two continents within an hour.' } },
  { ...TOM, name: 'old-laptop', created: 500, ttl: months(12), used: 300, scopes: 'all', revoked: 250 },
  { ...GIULIA, name: 'assistenza-clienti', description: 'Riepilogo serale delle richieste', created: 15, ttl: months(6), used: 1, scopes: ['support_user'] },
  { ...GIULIA, name: 'lettore-coda', created: 75, ttl: months(3), used: 0.1, scopes: [CONSUMER] },
  { ...GIULIA, name: 'esportazione-mensile', created: 190, ttl: months(12), used: 160, scopes: [VIEWER, CONSUMER] },
  { ...GIULIA, name: 'prova', created: 0.2, ttl: { value: 12, unit: 'hours' }, scopes: ['org_member'] },
  { ...GIULIA, name: 'script-vecchio', created: 420, ttl: months(12), used: 90, scopes: ['org_member'] },
  { ...GIULIA, name: 'cruscotto', created: 33, ttl: days(90), used: 2, scopes: 'all', openId: true },
  { ...GIULIA, name: 'sincronizzazione', created: 10, ttl: null, scopes: ['support_user'], deactivated: { ago: 1, reason: 'policy_violation' } },
  { ...TOM_AT_WORKS, name: 'shop-orders', description: 'Publishes orders to the queue', created: 45, ttl: months(6), used: 3 * MINUTE, scopes: [PUBLISHER] },
  { ...TOM_AT_WORKS, name: 'stock-levels', created: 120, ttl: null, used: 0.3, scopes: [PUBLISHER] },
  { ...TOM_AT_WORKS, name: 'price-list', created: 230, ttl: months(6), used: 60, scopes: ['org_member'] },
  { ...TOM_AT_WORKS, name: 'works-admin', created: 8, ttl: days(30), used: 0.6, scopes: ['org_owner'] },
]
