import { BlockList, isIP } from 'node:net'

/** Tells whether an address belongs to a proxy that the operator has configured. */
export type IsTrusted = (address: string) => boolean

/** `::ffff:127.0.0.1`, as a dual-stack socket names an IPv4 peer, is that IPv4 address. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address
}

/**
 * Reads TRUSTED_PROXIES: addresses and networks in CIDR notation.
 *
 * @throws {Error} naming the entry that is neither
 */
export function trustProxies(entries: readonly string[]): IsTrusted {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const longest = family === 'ipv6' ? 128 : 32
    const length = prefix === undefined ? longest : Number(prefix)
    if (!isIP(address) || !Number.isInteger(length) || length < 0 || length > longest) {
      throw new Error(`TRUSTED_PROXIES: "${entry}" is neither an address nor a network such as 10.0.0.0/8`)
    }
    list.addSubnet(address, length, family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * The client's address: the peer's, or, behind configured proxies, the rightmost hop that is not one of them.
 * What stands left of that was written by the client itself.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, isTrusted: IsTrusted): string {
  let client = plainAddress(peer)
  const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()))
  while (isTrusted(client)) {
    const hop = hops.pop()
    if (!hop || !isIP(hop)) break
    client = hop
  }
  return client
}
