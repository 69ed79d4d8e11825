import { handleUnknown } from '@/lib/access/http'
import { peerFrom } from '@/lib/platform/peer'

async function answer(request: Request): Promise<Response> {
  return handleUnknown(request, peerFrom(request.headers))
}

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE, answer as OPTIONS }
