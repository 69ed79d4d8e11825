import type { IncomingMessage } from 'node:http'
import { isLoopbackAddress, isThisMachine } from '@/lib/loopback'
import { plainAddress } from './peer-address'

/** Headers by which a proxy says that it is one. */
const BY_PROXY = /^(x-forwarded-.+|forwarded|via|x-real-ip)$/i

/**
 * Whether somebody on this machine asks, and nobody on the behalf of others: not through a proxy that stands here, be
 * it configured or not, nor by a page in a browser here whose name was made to lead here. Reads the headers as they came.
 */
export function isLocalRequest({ socket, rawHeaders }: Pick<IncomingMessage, 'rawHeaders'> & { socket: { remoteAddress?: string | undefined } }): boolean {
  if (!isLoopbackAddress(plainAddress(socket.remoteAddress ?? ''))) return false
  const names = rawHeaders.filter((_text, at) => at % 2 === 0)
  const host = rawHeaders[names.findIndex((name) => name.toLowerCase() === 'host') * 2 + 1] ?? ''
  const address = `http://${host}`
  return !names.some((name) => BY_PROXY.test(name)) && URL.canParse(address) && isThisMachine(new URL(address).hostname)
}
