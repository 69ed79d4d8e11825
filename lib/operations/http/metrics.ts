import { z } from 'zod'
import { HttpRefusal } from '../../interface/http/answering'
import { rawEndpoint } from '../../interface/http/endpoint'
import { hasBearerSecret } from '../../platform/bearer-secret'
import { env } from '../../platform/env'
import { writeReadings, type Reading } from '../../platform/gauges'
import { log } from '../../platform/log'
import { processRegistry } from '../../platform/metrics'
import type { Peer } from '../../platform/peer'
import { measureQueues, type QueueDepth } from '../../platform/queue-depth'
import { measureOutbox, measureValidation, type Outbox, type ValidationAge } from '../queries'

function outboxReadings({ unsent, oldestSeconds }: Outbox): Reading[] {
  return [
    { name: 'tokenward_outbox_unsent', help: 'Mails that have not left yet', values: [{ value: unsent }] },
    { name: 'tokenward_outbox_oldest_seconds', help: 'Age of the oldest of them', values: [{ value: oldestSeconds }] },
  ]
}

function queueReadings(queues: readonly QueueDepth[]): Reading[] {
  const of = (help: string, name: string, read: (depth: QueueDepth) => number): Reading => ({ name, help, label: 'queue', values: queues.map((depth) => ({ of: depth.queue, value: read(depth) })) })
  return [
    of('Jobs that could be begun now', 'tokenward_queue_due', ({ due }) => due),
    of('Jobs that are being done', 'tokenward_queue_active', ({ active }) => active),
    of('Since when the oldest job could be begun', 'tokenward_queue_oldest_seconds', ({ oldestSeconds }) => oldestSeconds),
  ]
}

function validationReadings({ ageSeconds, overdue }: ValidationAge): Reading[] {
  return [
    { name: 'tokenward_validation_age_seconds', help: 'Since the latest validation was completed', values: ageSeconds === null ? [] : [{ value: ageSeconds }] },
    { name: 'tokenward_validation_overdue_organizations', help: 'Organizations for which the daily validation has not come', values: [{ value: overdue }] },
  ]
}

const reachable = (value: 0 | 1): Reading => ({ name: 'tokenward_database_up', help: 'Whether the database answered', values: [{ value }] })

/** What only the database knows, the same whichever process is asked. Without the database nothing but that. */
async function readInstallation(): Promise<Reading[]> {
  try {
    const [outbox, queues, validation] = [await measureOutbox(), await measureQueues(), await measureValidation()]
    return [reachable(1), ...outboxReadings(outbox), ...queueReadings(queues), ...validationReadings(validation)]
  } catch (error) {
    log.warn({ err: error }, 'the database could not be measured')
    return [reachable(0)]
  }
}

/** `GET /metrics`, for whoever has METRICS_TOKEN or asks from this machine itself. */
export async function handleMetrics(request: Request, peer: Peer): Promise<Response> {
  if (peer.local !== true && !hasBearerSecret(request, env().metricsToken)) {
    throw new HttpRefusal(401, 'unauthorized', 'Send METRICS_TOKEN as a bearer token', { 'www-authenticate': 'Bearer' })
  }
  const registry = processRegistry()
  const text = `${await registry.metrics()}\n${await writeReadings(await readInstallation())}`
  return new Response(text, { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } })
}

export const findMetrics = rawEndpoint({
  method: 'GET',
  path: '/metrics',
  operation: 'findMetrics',
  summary: 'Numbers for Prometheus',
  tag: 'Operations',
  answers: { 200: { type: 'text/plain', schema: z.string() } },
  handle: handleMetrics,
})
