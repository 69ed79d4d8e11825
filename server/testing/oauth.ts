import { addService } from '@/lib/oauth/commands/add-service'
import { removeService } from '@/lib/oauth/commands/remove-service'
import type { Operator } from '@/lib/oauth/operator'
import type { Peer } from '@/lib/platform/peer'
import { askInterface } from './ask-interface'
import { makePeer } from './people'

/** Whoever may use the command line of the installation. */
export const operator = (): Operator => ({ userId: null, request: makePeer() })

/** The header of a client that authenticates. */
export const basic = (clientId: string, secret: string) => ({ authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64')}` })

/** A service with its roles, and the header by which it authenticates. */
export async function makeService(id: string, roles: string[] = []) {
  const named = roles.map((name) => ({ name, displayName: name }))
  const { clientId, clientSecret } = await addService(operator(), { id, displayName: id, roles: named })
  return { clientId, clientSecret, headers: basic(clientId, clientSecret), remove: () => removeService(operator(), { id }) }
}

type Posted = { headers?: Record<string, string>; peer?: Peer }

/** What a client is answered that posts `fields` to one of OAuth's addresses. */
export function postForm(path: string, fields: Record<string, string> | URLSearchParams | string, { headers = {}, peer = makePeer() }: Posted = {}) {
  const body = new URLSearchParams(fields).toString()
  return askInterface('POST', path, { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, peer })
}
