import { prisma } from '../../platform/db'

export type PersonName = { firstName: string; lastName: string }

/** First and last names by user id: what tokens repeat of them is one text. */
export async function findPersonNames(userIds: readonly string[]): Promise<Map<string, PersonName>> {
  const people = await prisma().user.findMany({ where: { id: { in: [...new Set(userIds)] } }, select: { id: true, firstName: true, lastName: true } })
  return new Map(people.map(({ id, ...name }) => [id, name]))
}
