import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { MAX_USER_AGENT, type Peer } from '@/lib/platform/peer'
import { clientAddress, type IsTrusted } from './peer-address'

/** Who is at the other end of `request`, under a new request id. Read before any header is dropped. */
export function peerOf({ socket, headers }: IncomingMessage, isTrusted: IsTrusted): Peer {
  const address = clientAddress(socket.remoteAddress ?? '', headers['x-forwarded-for']?.toString(), isTrusted)
  return { requestId: randomUUID(), ip: address || null, userAgent: headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null }
}
