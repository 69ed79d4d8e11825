/** By its form alone: a name such as `127.example.com` is no address. */
export const isLoopbackAddress = (address: string): boolean => address === '::1' || /^127(\.\d{1,3}){3}$/.test(address)

/** Whether a host of a URL is the machine itself. */
export function isThisMachine(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '')
  return name === 'localhost' || isLoopbackAddress(name)
}
