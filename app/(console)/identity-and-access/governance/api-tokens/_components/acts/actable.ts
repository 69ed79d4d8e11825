import type { GovernedToken } from '@/lib/governance/governed-token'

/** What the acts need to know of a token: no more of it travels to the browser as data. */
export type Actable = {
  tokenId: string
  name: string
  userName: string
  deactivated: boolean
  revoked: boolean
  expired: boolean
  /** In the last seven days: something may depend on it. */
  usedRecently: boolean
}

/** Milliseconds since the last use within which a token counts as being used. */
const RECENTLY = 7 * 24 * 60 * 60 * 1000

export function actableOf({ id, name, user, deactivated, revokedAt, expired, lastUsedAt }: GovernedToken, now: Date): Actable {
  return {
    tokenId: id,
    name,
    userName: user.name,
    deactivated: deactivated !== null,
    revoked: revokedAt !== null,
    expired,
    usedRecently: lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() <= RECENTLY,
  }
}
