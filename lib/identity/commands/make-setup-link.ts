import { randomBytes } from 'node:crypto'
import { inTransaction } from '../../platform/transaction'
import { digestSetupSecret, SETUP_SECRET_BYTES } from '../setup-secret'

/** Hours that a setup link works, unless a later start has replaced it. */
const LIFE_HOURS = 24

/**
 * Makes the link by which an installation that nobody belongs to gets its first organization and owner, in place of
 * any earlier one. Null where somebody belongs to it.
 *
 * @param console the address that browsers use
 */
export async function makeSetupLink(console: string): Promise<string | null> {
  const secret = randomBytes(SETUP_SECRET_BYTES).toString('base64url')
  return inTransaction(async (tx) => {
    if ((await tx.user.count()) > 0) return null
    await tx.setupLink.deleteMany()
    const expiresAt = new Date(tx.now.getTime() + LIFE_HOURS * 3_600_000)
    await tx.setupLink.create({ data: { digest: digestSetupSecret(secret), createdAt: tx.now, expiresAt }, select: { createdAt: true } })
    return `${console}/setup/open?key=${secret}`
  })
}
