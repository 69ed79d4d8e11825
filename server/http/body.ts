import { IncomingMessage } from 'node:http'
import { MAX_FORM_BYTES } from '@/lib/platform/request-rules'

/**
 * The body, or null once it is larger than `limit`; what follows is then left unread.
 *
 * @throws {Error} when the client goes away before it has sent all of it
 */
export async function readBody(request: IncomingMessage, limit = MAX_FORM_BYTES): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed when left early: that would close the connection before the refusal is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Whether the request announces a body at all. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0
}

/** The same request once more, for the next reader of a body that has been read. */
export function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket)
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = request
  Object.assign(copy, { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, complete: true })
  copy.headers = headers
  copy.push(body)
  copy.push(null)
  return copy
}

/** More than any form of ours has, with every role that there may be to tick. */
const MAX_FIELDS = 1_000

const countOf = (sign: RegExp, body: Buffer): number => body.toString('latin1').match(sign)?.length ?? 0

/**
 * Whether the body is a form of more fields than any of ours. Only counted, not taken apart: what takes apart half a
 * million of them, which fit into a body of ours, holds up everybody else for seconds.
 */
export function hasTooManyFields(headers: IncomingMessage['headers'], body: Buffer): boolean {
  const kind = (headers['content-type'] ?? '').toLowerCase()
  if (kind.startsWith('multipart/')) return countOf(/content-disposition:/gi, body) > MAX_FIELDS
  return kind.startsWith('application/x-www-form-urlencoded') && countOf(/&/g, body) >= MAX_FIELDS
}

/** Whether the body is, or pretends to be, a form that runs a server action where the page's scripts do not run. */
export const holdsAction = (body: Buffer): boolean => body.includes('$ACTION_')

/**
 * Whether the body is what its type says. Next answers 500 to one that is not; a client's mistake is a 400.
 * Only what server actions send is looked at: a list in JSON, or a form.
 */
export async function isWellFormed(headers: IncomingMessage['headers'], body: Buffer): Promise<boolean> {
  const type = headers['content-type'] ?? ''
  const kind = type.toLowerCase()
  const action = headers['next-action']
  if (action !== undefined && !/^[0-9a-f]{32,64}$/.test(String(action))) return false
  try {
    if (kind.startsWith('multipart/') || kind.startsWith('application/x-www-form-urlencoded')) {
      await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
      return true
    }
    return action === undefined || Array.isArray(JSON.parse(body.toString()))
  } catch {
    return false
  }
}
