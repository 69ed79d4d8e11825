import { expect, it } from 'vitest'
import { isLocalRequest } from './local-request'

const HOST = ['Host', '127.0.0.1:3000']

it.each<[string, boolean, string | undefined, string[]]>([
  ['from this machine', true, '127.0.0.1', HOST],
  ['from this machine by IPv6', true, '::1', ['host', '[::1]:3000']],
  ['from this machine to a socket for both', true, '::ffff:127.0.0.1', ['Host', 'localhost:3000']],
  ['from another machine', false, '192.0.2.1', HOST],
  ['from another that says it is this one', false, '192.0.2.1', [...HOST, 'X-Forwarded-For', '127.0.0.1']],
  ['by a proxy here', false, '127.0.0.1', [...HOST, 'X-Forwarded-For', '192.0.2.1']],
  ['by a proxy here that forgets for whom', false, '127.0.0.1', [...HOST, 'X-Forwarded-Proto', 'https']],
  ['by a proxy here that says only that', false, '127.0.0.1', [...HOST, 'via', '1.1 proxy']],
  ['by a proxy here, in the way of RFC 7239', false, '127.0.0.1', [...HOST, 'Forwarded', 'for=192.0.2.1']],
  ['under a foreign name that leads here', false, '127.0.0.1', ['Host', 'evil.example:3000']],
  ['under a name that begins like this machine', false, '127.0.0.1', ['Host', '127.0.0.1.evil.example']],
  ['under no name', false, '127.0.0.1', []],
  ['under a name that is none', false, '127.0.0.1', ['Host', ':::']],
  ['from nowhere any more', false, undefined, HOST],
])('%s', (_what, local, remoteAddress, rawHeaders) => {
  expect(isLocalRequest({ socket: { remoteAddress }, rawHeaders })).toBe(local)
})
