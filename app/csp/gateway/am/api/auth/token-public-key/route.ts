import { handleTokenPublicKey } from '@/lib/access/http'
import { peerFrom } from '@/lib/platform/peer'

export async function GET(request: Request): Promise<Response> {
  return handleTokenPublicKey(request, peerFrom(request.headers))
}
