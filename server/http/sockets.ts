import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/**
 * Connections by server. Node's own list forgets those that an upgrade or CONNECT has taken out of HTTP, and a server
 * that is to close waits for them all the same.
 */
const open = new WeakMap<Server, Set<Socket>>()
const upgraded = new WeakSet<Duplex>()

export function trackSockets(server: Server): void {
  const sockets = new Set<Socket>()
  open.set(server, sockets)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
}

export function markUpgraded(socket: Duplex): void {
  upgraded.add(socket)
}

/** Closes what carries no requests any more, and so has none to finish. */
export function dropUpgraded(server: Server): void {
  for (const socket of open.get(server) ?? []) if (upgraded.has(socket)) socket.destroy()
}

/** Closes every connection, whatever it has become. What is under way is cut off. */
export function dropSockets(server: Server): void {
  server.closeAllConnections()
  for (const socket of open.get(server) ?? []) socket.destroy()
}
