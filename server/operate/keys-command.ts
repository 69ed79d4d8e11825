import { parseArgs } from 'node:util'
import { revokeSigningKey } from '@/lib/oauth/commands/revoke-signing-key'
import { rotateSigningKey } from '@/lib/oauth/commands/rotate-signing-key'
import { countDigestVersions } from '@/lib/oauth/queries/count-digest-versions'
import { listSigningKeys, type KeyState, type ListedKey } from '@/lib/oauth/queries/list-signing-keys'
import { env } from '@/lib/platform/env'
import { PUBLISHED_AFTERWARDS } from '@/lib/platform/signing-keys'
import { table } from './run-command'
import { commandLine } from './with-database'

export const USAGE = `npm run keys -- list
npm run keys -- rotate [--now]  a new signing key: published at once, signing in five minutes, or now
npm run keys -- revoke KID      drops a signing key at once, with all that it has signed
npm run keys -- hmac            how many API tokens there are under each version of TOKEN_HMAC_KEYS`

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000).toISOString()

const STATES: Record<KeyState, (key: ListedKey) => string> = {
  signs: ({ retiredAt }) => (retiredAt ? `signs until ${retiredAt.toISOString()}` : 'signs'),
  waits: ({ activeFrom }) => `published, signs from ${activeFrom.toISOString()}`,
  published: ({ retiredAt }) => `signs no more, published${retiredAt ? ` until ${minutesAfter(retiredAt, PUBLISHED_AFTERWARDS)}` : ''}`,
  unused: () => 'published; another algorithm is configured',
  gone: () => 'no longer published',
  revoked: ({ revokedAt }) => `revoked at ${revokedAt?.toISOString() ?? ''}`,
}

async function list(): Promise<string> {
  const keys = await listSigningKeys()
  return table([['KID', 'ALG', 'STATE'], ...keys.map((key) => [key.kid, key.alg, STATES[key.state](key)])])
}

async function rotate(atOnce: boolean): Promise<string> {
  const { kid, activeFrom, formerKids } = await rotateSigningKey(commandLine(), { atOnce })
  const after = formerKids.length > 0 ? `\nPublished until its last token has expired: ${formerKids.join(', ')}` : ''
  return `${kid} signs from ${activeFrom.toISOString()} on.${after}`
}

/** What an HMAC key is for, by its version. */
function useOf(version: number, tokens: number): string {
  const keys = env().tokenHmacKeys.map((key) => key.version)
  const makes = keys.at(-1) ?? 0
  if (version === makes) return 'makes new digests'
  if (!keys.includes(version)) return tokens > 0 ? 'MISSING: its tokens are refused' : 'dropped'
  if (tokens > 0) return 'still needed'
  return version > makes ? 'not used yet' : 'may be dropped'
}

/** How far a change of the HMAC keys has come. */
async function hmac(): Promise<string> {
  const known = env().tokenHmacKeys.map(({ version }) => version)
  const counted = await countDigestVersions()
  const versions = [...new Set([...known, ...counted.map(({ version }) => version)])].toSorted((one, other) => one - other)
  const rows = versions.map((version) => {
    const { tokens = 0, live = 0, revoked = 0 } = counted.find((each) => each.version === version) ?? {}
    return [String(version), String(tokens), String(live), String(revoked), useOf(version, tokens)]
  })
  return table([['VERSION', 'NOT REVOKED', 'OF THESE LIVE', 'REVOKED', 'KEY'], ...rows])
}

function readParameters(parameters: string[]) {
  try {
    return parseArgs({ args: parameters, allowPositionals: true, options: { now: { type: 'boolean', default: false } } })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}\n\n${USAGE}`, { cause: error })
  }
}

/**
 * What `parameters` ask for, to be done once there is a database.
 *
 * @throws {Error} with how it is used
 */
export function readKeysCommand(parameters: string[]): () => Promise<string> {
  const [first, kid = '', ...rest] = parameters
  // Not taken apart further: a key's id may begin with a hyphen.
  if (first === 'revoke' && kid !== '' && rest.length === 0) {
    return async () => `Revoked: ${kid}\nSigns now: ${await revokeSigningKey(commandLine(), { kid })}`
  }
  const { positionals: [command, ...more], values: { now } } = readParameters(parameters)
  if (more.length > 0 || (now && command !== 'rotate')) throw new Error(USAGE)
  if (command === 'list') return list
  if (command === 'rotate') return () => rotate(now)
  if (command === 'hmac') return hmac
  throw new Error(USAGE)
}
