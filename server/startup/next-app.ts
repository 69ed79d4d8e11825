import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Env } from '@/lib/platform/env'

export type NextApp = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** While developing: connects the page's live reload, which is a web socket. */
  attach(server: Server): void
  close(): Promise<void>
}

/** Loads Next, the built console or, for developing, its compiler. Only now: it reads its environment when imported. */
export async function loadNext({ host, port }: Env, dev: boolean): Promise<NextApp> {
  const { default: next } = await import('next')
  const app = next({ dev, dir: process.cwd(), hostname: host, port, ...(dev && { turbopack: true }) })
  await app.prepare()
  return {
    handle: app.getRequestHandler(),
    attach: (server) => {
      if (!dev) return
      const upgrade = app.getUpgradeHandler()
      server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
    },
    close: () => app.close(),
  }
}
