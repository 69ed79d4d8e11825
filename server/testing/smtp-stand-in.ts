import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

const PASSWORD = 'p@ss word'
type Options = Pick<SMTPServerOptions, 'secure' | 'hideSTARTTLS' | 'onRcptTo'> & {
  /** Whether the connection dies when a mail has been taken, before its sender is told. */
  cutAfterData?: boolean
  /** What a mail is refused with when all of it has come. */
  refusal?: string
}

/** A mail server on this machine, for one user `ward` whose password has what has to be escaped in a URL. */
export async function startSmtpStandIn({ cutAfterData = false, refusal, ...options }: Options = {}) {
  const mails: Email[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    ...options,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'ward' && password === PASSWORD) done(null, { user: username })
      else done(new Error(`${password ?? ''} is wrong`))
    },
    onData: (stream, _session, done) => {
      const take = async () => {
        const source = await text(stream)
        if (refusal !== undefined) return done(Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }))
        mails.push(await PostalMime.parse(source))
        if (cutAfterData && mails.length === 1) for (const socket of sockets) socket.destroy()
        else done()
      }
      take().catch(done)
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    password: PASSWORD,
    mails,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
