import { handleReadyz } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'
export const GET = handleReadyz
