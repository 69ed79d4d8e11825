import { handleKeys } from '@/lib/access/http'
import { peerFrom } from '@/lib/platform/peer'

export async function GET(request: Request): Promise<Response> {
  return handleKeys(request, peerFrom(request.headers))
}
