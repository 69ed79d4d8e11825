import pg from 'pg'

type Connection = { emit(event: 'error', error: Error): boolean; stream: { destroy(): void } }
type Connecting = { _connecting: boolean; connection: Connection; saslSession?: object | null; provenServer?: boolean }
type Handler = (this: Connecting, message: unknown) => unknown
const HANDLERS = ['_handleAuthCleartextPassword', '_handleAuthMD5Password', '_handleAuthSASLFinal', '_handleReadyForQuery'] as const
type Handlers = Record<(typeof HANDLERS)[number], Handler>

let done = false

function giveUp(client: Connecting): void {
  client.connection.emit('error', new Error('Another program answers in place of the embedded database: it did not prove that it knows the password.'))
  client.connection.stream.destroy()
}

/**
 * From now on every PostgreSQL client of this process authenticates by SCRAM or not at all. The port of an embedded
 * database that has died may be taken by any program on this machine; asked for its password in the clear, `pg` would
 * send it. SCRAM sends none, and makes the server prove that it knows the password. Not for a server of the operator's
 * own, who decides how it authenticates.
 *
 * @throws {Error} where a new version of `pg` has other internals
 */
export function requireScram(): void {
  if (done) return
  const handlers = pg.Client.prototype as unknown as Handlers
  const missing = HANDLERS.filter((name) => typeof handlers[name] !== 'function')
  if (missing.length) throw new Error(`This version of pg is not the one that server/database/scram-only.ts knows: no ${missing.join(', ')}`)
  const { _handleAuthSASLFinal: finish, _handleReadyForQuery: ready } = handlers
  const refuse: Handler = function () {
    giveUp(this)
  }
  Object.assign(handlers, {
    _handleAuthCleartextPassword: refuse,
    _handleAuthMD5Password: refuse,
    _handleAuthSASLFinal(message) {
      finish.call(this, message)
      // `pg` forgets the exchange when the server's proof is right, and only then.
      this.provenServer = this.saslSession === null
    },
    _handleReadyForQuery(message) {
      if (this._connecting && !this.provenServer) return giveUp(this)
      return ready.call(this, message)
    },
  } satisfies Handlers)
  done = true
}
