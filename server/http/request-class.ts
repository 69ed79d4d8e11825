import type { RequestClass } from '@/lib/platform/metrics'

const CLASSES: readonly [RegExp, RequestClass][] = [
  [/^\/(csp\/gateway\/am\/api\/auth\/((api-tokens\/)?authorize|token)|oauth\/token)$/, 'exchange'],
  [/^\/(csp|oauth|\.well-known|openapi\.json)(\/|$)/, 'interface'],
  [/^\/(healthz|readyz|metrics|api\/cron)(\/|$)/, 'operations'],
  [/^\/_next\//, 'asset'],
]

/** What a path asks for, whether or not it is there. */
export function requestClass(path: string): RequestClass {
  return CLASSES.find(([pattern]) => pattern.test(path))?.[1] ?? 'console'
}
