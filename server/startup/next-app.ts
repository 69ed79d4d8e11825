import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Env } from '@/lib/platform/env'
import { markUpgraded } from '../http/sockets'

export type NextApp = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** While developing: connects the page's live reload, which is a web socket. */
  attach(server: Server): void
  close(): Promise<void>
}

/** Loads Next, the built console or, for developing, its compiler. Only now: it reads its environment when imported. */
export async function loadNext({ host, port }: Env, dev: boolean): Promise<NextApp> {
  const { default: next } = await import('next')
  // Never listens. Next takes over the upgrades of the server it finds, ahead of the front and of a stop; it finds this one.
  const decoy = createServer()
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: decoy, ...(dev && { turbopack: true }) })
  await app.prepare()
  return {
    handle: app.getRequestHandler(),
    attach: (server) => {
      if (!dev) return
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        markUpgraded(socket)
        // Next listens from the first page on; a browser that is still there from before tries again.
        if (!decoy.emit('upgrade', request, socket, head)) socket.destroy()
      })
    },
    close: () => app.close(),
  }
}
