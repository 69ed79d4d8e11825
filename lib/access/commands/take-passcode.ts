import { spendPasscode } from '../../identity/commands/spend-passcode'
import type { Peer } from '../../platform/peer'
import type { FoundToken } from '../queries'
import { Refusal, TooManyFailures } from '../refusal'

/** What an access token says of how it was got where a passcode was given. RFC 8176 §2 */
const ONE_TIME_PASSWORD = ['otp']

/**
 * Spends the passcode of an exchange that needs one.
 *
 * @returns the `amr` of its access token
 * @throws {Refusal} mfa_not_configured, mfa_required, mfa_invalid
 * @throws {TooManyFailures} while too many were wrong
 * @see spec: api.md §1
 */
export async function takePasscode(peer: Peer, { grant, mfa }: FoundToken, passcode: string | null): Promise<readonly string[]> {
  if (!mfa.device) throw new Refusal('mfa_not_configured')
  if (passcode === null) throw new Refusal('mfa_required')
  const spent = await spendPasscode({ userId: grant.user.id, orgId: grant.orgId, request: peer }, 'exchange', passcode)
  if (spent.outcome === 'locked') throw new TooManyFailures(spent.retryAfterSeconds)
  if (spent.outcome === 'no_device') throw new Refusal('mfa_not_configured')
  if (spent.outcome !== 'accepted') throw new Refusal('mfa_invalid')
  return ONE_TIME_PASSWORD
}
