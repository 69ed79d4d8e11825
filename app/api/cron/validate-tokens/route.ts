import { serveInterface } from '@/lib/interface/http/serve'

export const dynamic = 'force-dynamic'
/** Seconds. */
export const maxDuration = 300
export { serveInterface as DELETE, serveInterface as GET, serveInterface as OPTIONS, serveInterface as PATCH, serveInterface as POST, serveInterface as PUT }
