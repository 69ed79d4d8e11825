import { errorEnvelope } from '../../access/refusal'
import type { Peer } from '../../platform/peer'

const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' }

/** An answer that nobody on the way keeps. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...NO_STORE, ...headers } })
}

/** Why a request is not served, for programs. Thrown by an endpoint, answered in the envelope. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal'

  /**
   * @param says one English sentence; a program's author reads it
   * @param also further fields of the body, beside the envelope's
   */
  constructor(
    readonly status: number,
    readonly errorCode: string,
    readonly says: string,
    readonly headers: Record<string, string> = {},
    readonly also: Record<string, string> = {},
  ) {
    super(errorCode)
  }
}

/** The answer to a request that is refused. */
export function answerRefusal(peer: Peer, { status, errorCode, says, headers, also }: HttpRefusal): Response {
  return json(status, { ...errorEnvelope({ errorCode, message: says, statusCode: status, requestId: peer.requestId }), ...also }, headers)
}

/** Where nothing stands, and where what stands there is not the caller's: one answer, so that nobody can tell the two apart. */
export function notFound(): HttpRefusal {
  return new HttpRefusal(404, 'not_found', 'There is nothing at this address, or nothing that this access token may see')
}
