/** Groups of an IPv6 address that name the network; the rest is its user's to choose. */
const NETWORK_GROUPS = 4

/**
 * Under what attempts from an address are counted: an IPv4 address itself, the /64 of an IPv6 address, since
 * whoever has one has all of it.
 *
 * @see RFC 4291 §2.5.4
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...after]
  return `${groups.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
