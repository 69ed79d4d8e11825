import { prisma } from '../../platform/db'
import { digestSetupSecret } from '../setup-secret'

/** `done`: somebody belongs to the installation. `open`: `secret` may set it up. `refused`: it may not, or no more. */
export async function findSetup(secret: string | null): Promise<'done' | 'open' | 'refused'> {
  if ((await prisma().user.count({ take: 1 })) > 0) return 'done'
  if (secret === null) return 'refused'
  const links = await prisma().setupLink.count({ where: { digest: digestSetupSecret(secret), expiresAt: { gt: new Date() } } })
  return links > 0 ? 'open' : 'refused'
}
