import { prisma } from '../../platform/db'
import { newService } from '../schemas'

const SERVICE = {
  id: true,
  displayName: true,
  createdAt: true,
  secretCreatedAt: true,
  roles: { select: { name: true, displayName: true }, orderBy: { name: 'asc' } },
} as const

/** Every service that is registered; there are few. Never a secret. For who runs the installation: the page or command asks for that. */
export async function listServices() {
  return prisma().service.findMany({ select: SERVICE, orderBy: { id: 'asc' } })
}

export type RegisteredService = Awaited<ReturnType<typeof listServices>>[number]

/** One of them; null where there is none of that id, be it no id at all. Never a secret. */
export async function findService(id: string): Promise<RegisteredService | null> {
  if (!newService.shape.id.safeParse(id).success) return null
  return prisma().service.findUnique({ where: { id }, select: SERVICE })
}
