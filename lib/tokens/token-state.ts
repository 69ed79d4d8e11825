/** The instants from which a token's state follows. */
export type TokenInstants = {
  revokedAt: Date | null
  expiresAt: Date | null
  deactivatedAt: Date | null
}

/** Independent facts of a token, never one overloaded status. */
export type TokenState = { revoked: boolean; expired: boolean; deactivated: boolean }

/**
 * The facts of a token at `now`. A token is expired from the very millisecond `expiresAt` on.
 *
 * @see spec: product.md §1
 */
export function tokenState(token: TokenInstants, now: Date): TokenState {
  return {
    revoked: token.revokedAt !== null,
    expired: token.expiresAt !== null && token.expiresAt.getTime() <= now.getTime(),
    deactivated: token.deactivatedAt !== null,
  }
}

/** Whether a token counts against the limit per person: one that is deactivated does, since it can come back. */
export function isLive(token: TokenInstants, now: Date): boolean {
  const state = tokenState(token, now)
  return !state.revoked && !state.expired
}

/** Whether an exchange of the token can succeed as far as the token itself goes. */
export function isExchangeable(token: TokenInstants, now: Date): boolean {
  return isLive(token, now) && !tokenState(token, now).deactivated
}
