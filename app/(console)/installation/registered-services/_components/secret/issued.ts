import type { IssuedCredentials } from '@/lib/oauth/commands/add-service'

/** Credentials on their way to where they are shown once, and what they were made by. */
export type Issued = IssuedCredentials & { kind: 'added' | 'rotated' }
