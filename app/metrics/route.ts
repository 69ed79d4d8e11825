import { serveInterface } from '@/lib/interface/http/serve'

export const dynamic = 'force-dynamic'
export { serveInterface as GET }
