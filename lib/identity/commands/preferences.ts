import type { UserContext } from '../../platform/context'
import { prisma } from '../../platform/db'
import type { Locale, Theme } from '../locales'

export async function saveLocale(ctx: UserContext, { locale }: { locale: Locale }): Promise<void> {
  await prisma().user.update({ where: { id: ctx.userId }, data: { locale }, select: { id: true } })
}

export async function saveTheme(ctx: UserContext, { theme }: { theme: Theme }): Promise<void> {
  await prisma().user.update({ where: { id: ctx.userId }, data: { theme }, select: { id: true } })
}
