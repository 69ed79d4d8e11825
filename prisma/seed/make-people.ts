import { randomBytes } from 'node:crypto'
import { hashPassword } from '@/lib/identity/password'
import { newId } from '@/lib/platform/ids'
import { PEOPLE } from './people'

const DAY = 86_400_000
/** Bytes of a generated password: 120 bits, 20 characters. */
const PASSWORD_BYTES = 15

const emailOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName}.${lastName}@example.com`.toLowerCase()

/** The demo's people, each with a password of their own that nothing but this result knows. */
export async function makePeople(now: Date) {
  const passwords = PEOPLE.map(() => randomBytes(PASSWORD_BYTES).toString('base64url'))
  const hashes = await Promise.all(passwords.map(hashPassword))
  return PEOPLE.map((person, at) => ({
    ...person,
    id: newId(),
    email: emailOf(person),
    password: passwords[at] ?? '',
    passwordHash: hashes[at] ?? '',
    createdAt: new Date(now.getTime() - 800 * DAY),
  }))
}

export type People = Awaited<ReturnType<typeof makePeople>>
