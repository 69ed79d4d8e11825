/** Who is at the other end of a request, as far as the network tells. */
export type Peer = {
  requestId: string
  /** The client's address; from a forwarding header only behind a configured proxy. */
  ip: string | null
  userAgent: string | null
  /** Asks from this machine itself, by no proxy and under no foreign name. Only our own server can tell. */
  local?: boolean
}

/** Characters of a user agent that are kept. */
export const MAX_USER_AGENT = 256

/** Headers that the server in front sets after it has dropped what the client sent under these names. */
export const REQUEST_ID_HEADER = 'x-request-id'
export const CLIENT_IP_HEADER = 'x-real-ip'
/** The path that was asked for, so that sign-in can return to it. */
export const PATH_HEADER = 'x-tw-path'

/** The peer that `headers` describe. Trust them only behind `server/` or `proxy.ts`, which set them. */
export function peerFrom(headers: Headers): Peer {
  return {
    requestId: headers.get(REQUEST_ID_HEADER) ?? crypto.randomUUID(),
    ip: headers.get(CLIENT_IP_HEADER),
    userAgent: headers.get('user-agent')?.slice(0, MAX_USER_AGENT) ?? null,
  }
}
