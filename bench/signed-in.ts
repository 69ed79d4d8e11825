import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What of an answer is passed on. With all of its headers Lighthouse 13 gives the page up; why, it does not say. */
const PASSED = ['content-type', 'content-encoding', 'content-security-policy', 'cache-control', 'location']

/** Serves what is at `origin` to a browser that has no session, as the person whose cookie this is. */
export async function serveSignedIn(origin: string, cookie: string): Promise<{ url: string; close: () => void }> {
  const { host, port, hostname } = new URL(origin)
  const server = createServer((incoming, outgoing) => {
    const onward = ask({ hostname, port, path: incoming.url, method: incoming.method, headers: { ...incoming.headers, host, cookie } }, (answer) => {
      const headers = Object.fromEntries(PASSED.flatMap((name) => (answer.headers[name] === undefined ? [] : [[name, answer.headers[name]]])))
      outgoing.writeHead(answer.statusCode ?? 502, headers)
      answer.pipe(outgoing)
    })
    onward.once('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
