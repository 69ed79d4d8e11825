import { handleValidateTokens } from '@/lib/governance/http/cron'

export const dynamic = 'force-dynamic'
/** Seconds. */
export const maxDuration = 300
export const GET = handleValidateTokens
export const POST = handleValidateTokens
