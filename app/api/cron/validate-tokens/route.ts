import { handleValidateTokens } from '@/lib/governance/http'

export const dynamic = 'force-dynamic'
/** Seconds. */
export const maxDuration = 300
export const GET = handleValidateTokens
export const POST = handleValidateTokens
