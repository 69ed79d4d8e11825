import { expect, it } from 'vitest'
import { clientAddress, trustProxies } from './peer-address'

const proxies = trustProxies(['10.0.0.0/8', '192.0.2.7', 'fd00::/8'])

it.each([
  ['nobody is trusted', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['behind one proxy', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['behind two', '10.1.2.3', '198.51.100.1, 192.0.2.7', '198.51.100.1'],
  ['what the client wrote itself is not believed', '10.1.2.3', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['a mapped IPv4 peer', '::ffff:10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['an IPv6 proxy', 'fd00::1', '2001:db8::1', '2001:db8::1'],
  ['a proxy that says nothing', '10.1.2.3', undefined, '10.1.2.3'],
  ['a hop that is no address', '10.1.2.3', 'unknown', '10.1.2.3'],
])('%s', (_what, peer, forwarded, client) => {
  expect(clientAddress(peer, forwarded, proxies)).toBe(client)
})

it.each(['proxy.internal', '10.0.0.0/33', '10.0.0.0/x', ''])('refuses the entry "%s"', (entry) => {
  expect(() => trustProxies([entry])).toThrow('TRUSTED_PROXIES')
})
