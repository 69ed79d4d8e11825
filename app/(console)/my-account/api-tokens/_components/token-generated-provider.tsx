'use client'

/** A secret on its way to the one dialog that shows it. */
export type Generated = { apiToken: string; tokenId: string; name: string; lastFour: string; expiresAt: string | null }
