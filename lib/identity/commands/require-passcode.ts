import { DomainError } from '../../errors'
import type { UserContext } from '../../platform/context'
import { spendPasscode } from './spend-passcode'

/**
 * Makes sure that the caller has their MFA device at hand, or one of its recovery codes, and spends what they show.
 *
 * @throws {DomainError} mfa_code_wrong, mfa_code_used, about `code`; too_many_attempts; mfa_device_missing
 */
export async function requirePasscode(ctx: UserContext, code: string): Promise<void> {
  const { outcome } = await spendPasscode(ctx, 'console', code)
  if (outcome === 'wrong') throw new DomainError('mfa_code_wrong', 'code')
  if (outcome === 'used') throw new DomainError('mfa_code_used', 'code')
  if (outcome === 'locked') throw new DomainError('too_many_attempts')
  if (outcome === 'no_device') throw new DomainError('mfa_device_missing')
}
