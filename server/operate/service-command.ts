import { parseArgs } from 'node:util'
import { DomainError, isErrorCode } from '@/lib/errors'
import { addService, type IssuedCredentials } from '@/lib/oauth/commands/add-service'
import { removeService } from '@/lib/oauth/commands/remove-service'
import { rotateServiceSecret } from '@/lib/oauth/commands/rotate-service-secret'
import { listServices } from '@/lib/oauth/queries/list-services'
import { capitalized, readRole } from '@/lib/oauth/read-role'
import { newService, type NewService } from '@/lib/oauth/schemas'
import { table } from './run-command'
import { commandLine } from './with-database'

const USAGE = `npm run service -- add ID [--name "Display name"] [--role NAME[:"Display name"]]…
npm run service -- list
npm run service -- rotate ID    a new client secret; the one before is dead at once
npm run service -- remove ID    it may introspect no more, and nobody holds its roles any longer`

function told({ clientId, clientSecret }: IssuedCredentials): string {
  return `client id      ${clientId}\nclient secret  ${clientSecret}\nThe secret is shown this once. It authenticates by client_secret_basic.`
}

/** @throws {DomainError} for the first thing that is wrong */
function readService(id: string, name: string | undefined, roles: readonly string[]): NewService {
  const parsed = newService.safeParse({ id, displayName: name ?? capitalized(id), roles: roles.map(readRole) })
  if (parsed.success) return parsed.data
  const code = parsed.error.issues[0]?.message.replace(/^errors\./, '') ?? ''
  throw isErrorCode(code) ? new DomainError(code) : new Error(USAGE)
}

async function list(): Promise<string> {
  const services = await listServices()
  if (services.length === 0) return 'No service is registered.'
  const rows = services.map(({ id, displayName, secretCreatedAt, roles }) => [id, displayName, secretCreatedAt?.toISOString() ?? 'no secret', roles.map(({ name }) => name).join(' ')])
  return table([['ID', 'NAME', 'SECRET OF', 'ROLES'], ...rows])
}

function readParameters(parameters: string[]) {
  try {
    return parseArgs({ args: parameters, allowPositionals: true, options: { name: { type: 'string' }, role: { type: 'string', multiple: true } } })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}\n\n${USAGE}`, { cause: error })
  }
}

/**
 * What `parameters` ask for, to be done once there is a database.
 *
 * @throws {Error} with how it is used
 */
export function readServiceCommand(parameters: string[]): () => Promise<string> {
  const { positionals: [command, id, ...more], values: { name, role = [] } } = readParameters(parameters)
  if (more.length > 0) throw new Error(USAGE)
  if (command === 'list' && id === undefined) return list
  if (id === undefined) throw new Error(USAGE)
  if (command === 'add') {
    const service = readService(id, name, role)
    return async () => told(await addService(commandLine(), service))
  }
  if (command === 'rotate') return async () => told(await rotateServiceSecret(commandLine(), { id }))
  if (command !== 'remove') throw new Error(USAGE)
  return async () => {
    await removeService(commandLine(), { id })
    return `Removed: ${id}`
  }
}
