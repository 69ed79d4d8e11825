import { prisma } from '../../platform/db'

const SERVICE = {
  id: true,
  displayName: true,
  createdAt: true,
  secretCreatedAt: true,
  roles: { select: { name: true, displayName: true }, orderBy: { name: 'asc' } },
} as const

/** Every service that is registered; there are few. Never a secret. */
export async function listServices() {
  return prisma().service.findMany({ select: SERVICE, orderBy: { id: 'asc' } })
}
