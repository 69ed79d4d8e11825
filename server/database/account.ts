import { readFile, stat } from 'node:fs/promises'
import { runProgram } from './run-program'

/** A system user that the database runs as, because PostgreSQL refuses to run as root. */
export type Account = { name: string; uid: number; gid: number }

const NAME = 'tokenward'
/** The first that exists on this system and succeeds: Debian and Red Hat, then Alpine. */
const CREATE = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', NAME],
  ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', NAME],
] as const

async function findAccount(matches: (fields: string[]) => boolean): Promise<Account | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const [name = '', , uid, gid] = lines.find(matches) ?? []
  return uid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) }
}

async function createAccount(): Promise<Account> {
  for (const [program, ...parameters] of CREATE) {
    await runProgram(program, parameters, null)
    const created = await findAccount(([name]) => name === NAME)
    if (created) return created
  }
  const spare = await findAccount(([name]) => name === 'postgres')
  if (spare) return spare
  throw new Error(`PostgreSQL does not run as root, and the system user "${NAME}" could not be created. Create it, start as an ordinary user, or set DATABASE_URL.`)
}

/**
 * Decides who the database in `folder` runs as. Null: as we ourselves, who are not root. An existing database keeps
 * its owner, so that root can start what an ordinary user has made.
 */
export async function chooseAccount(folder: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(folder).then(({ uid }) => uid, () => 0)
  const present = await findAccount((fields) => (owner === 0 ? fields[0] === NAME : fields[2] === String(owner)))
  return present ?? createAccount()
}
