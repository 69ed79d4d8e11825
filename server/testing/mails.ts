import type { Mail } from '@/lib/mail/mails'
import type { Reader } from '@/lib/mail/templates/stationery'

/** The strings of a mail that people choose. */
export type Chosen = { tokenName: string; by: string; note: string; organization: string; firstName: string }

export const chosen: Chosen = { tokenName: 'nightly-backup', by: 'Olga Owner', note: 'Found in a public repository.', organization: 'Example Labs', firstName: 'Ada' }

export const makeReader = (locale: Reader['locale'], { firstName, organization }: Chosen = chosen): Reader => ({ firstName, locale, timeZone: 'Europe/Berlin', organization })

const AT = '2026-03-01T12:34:00.000Z'
const EXPIRES_AT = '2026-09-01T12:34:00.000Z'

/** One mail of each template; those on several tokens are on `count`, of which they name up to fifty. */
export function sampleMails({ tokenName, by, note }: Chosen = chosen, count = 3): Mail[] {
  const token = { tokenId: '01900000-0000-7000-8000-000000000003', tokenName, lastFour: 'x9Qz' }
  const several = { count, tokens: Array.from({ length: Math.min(count, 50) }, () => token) }
  const decision = { at: AT, by }
  const deactivation = { ...decision, reason: 'key_compromise', note } as const
  return [
    { template: 'token_generated', data: { ...token, at: AT, expiresAt: EXPIRES_AT, ip: '192.0.2.7' } },
    { template: 'token_regenerated', data: { ...token, at: AT, expiresAt: null, ip: null } },
    { template: 'token_deactivated', data: { ...token, ...deactivation } },
    { template: 'tokens_deactivated', data: { ...several, ...deactivation } },
    { template: 'token_activated', data: { ...token, ...decision, expiresAt: EXPIRES_AT, expired: false } },
    { template: 'tokens_activated', data: { ...several, ...decision, expired: 1 } },
    { template: 'token_expiring', data: { ...token, expiresAt: EXPIRES_AT } },
    { template: 'token_expired', data: { ...token, expiresAt: EXPIRES_AT } },
    { template: 'mfa_changed', data: { change: 'recovery_code_used', deviceName: tokenName, at: AT, ip: '192.0.2.7', recoveryCodesLeft: count } },
  ]
}
