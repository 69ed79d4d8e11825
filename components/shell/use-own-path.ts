'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** The path that is shown, with its query: where a detour comes back to. */
export function useOwnPath(): string {
  const query = useSearchParams().toString()
  const path = usePathname()
  return query ? `${path}?${query}` : path
}
