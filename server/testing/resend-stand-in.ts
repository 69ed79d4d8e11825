import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** How it answers a request; `accept` where nothing else was said. */
export type Mood = 'accept' | 'down' | 'limit' | 'limit for two minutes' | 'nonsense' | 'hang' | 'cut' | 'refuse' | 'wrong key'

type Taken = { id: string; body: string }

const PROBLEMS = {
  down: { statusCode: 500, name: 'internal_server_error', message: 'An unexpected error occurred.' },
  limit: { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests.' },
  refuse: { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field.' },
  reused: { statusCode: 409, name: 'invalid_idempotent_request', message: 'Same idempotency key used with a different request payload.' },
} as const

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

const fail = (response: ServerResponse, problem: { statusCode: number; name: string; message: string }) => answer(response, problem.statusCode, problem)

/** A key that says what its request was, so that the same one twice is one mail. */
function take(taken: Map<string, Taken>, key: string, body: string): Taken | null {
  const before = taken.get(key)
  if (before) return before.body === body ? before : null
  const mail = { id: crypto.randomUUID(), body }
  taken.set(key, mail)
  return mail
}

function serve(request: IncomingMessage, response: ServerResponse, body: string, mood: Mood, taken: Map<string, Taken>): void {
  if (mood === 'down' || mood === 'limit' || mood === 'refuse') return fail(response, PROBLEMS[mood])
  if (mood === 'limit for two minutes') return answer(response, 429, PROBLEMS.limit, { 'retry-after': '120' })
  if (mood === 'wrong key') return fail(response, { statusCode: 401, name: 'invalid_api_key', message: `${request.headers.authorization ?? ''} is no key.` })
  if (mood === 'hang') return
  if (mood === 'nonsense') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    return
  }
  const mail = take(taken, String(request.headers['idempotency-key']), body)
  if (mood === 'cut') request.socket.destroy()
  else if (mail) answer(response, 200, { id: mail.id })
  else fail(response, PROBLEMS.reused)
}

/** A server that takes mails as Resend does: by the same paths, answers and idempotency keys. It forgets nothing. */
export async function startResendStandIn() {
  const taken = new Map<string, Taken>()
  const moods: Mood[] = []
  let standing: Mood = 'accept'
  let asked = 0
  const server = createServer((request, response) => {
    const serveIt = async () => {
      asked += 1
      const body = await text(request)
      if (request.method !== 'POST' || request.url !== '/emails') return answer(response, 404, {})
      serve(request, response, body, moods.shift() ?? standing, taken)
    }
    serveIt().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** How the next requests are answered, in order. */
    next: (...coming: Mood[]) => moods.push(...coming),
    /** How all those are that nothing was said of. */
    stay: (mood: Mood) => (standing = mood),
    asked: () => asked,
    /** The mails it has taken, each as the JSON of its request. */
    mails: () => [...taken.values()].map(({ body }) => JSON.parse(body) as { from: string; to: string; subject: string; html: string; text: string }),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
