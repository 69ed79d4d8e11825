import { z } from 'zod'
import { handleHealthz, handleReadyz } from '../../platform/health'
import { rawEndpoint } from './endpoint'

const STATUS = { type: 'application/json', schema: z.object({ status: z.string() }) }

export const healthz = rawEndpoint({
  method: 'GET',
  path: '/healthz',
  operation: 'findHealth',
  summary: 'Whether the process answers',
  tag: 'Operations',
  answers: { 200: STATUS },
  handle: handleHealthz,
})

export const readyz = rawEndpoint({
  method: 'GET',
  path: '/readyz',
  operation: 'findReadiness',
  summary: 'Whether the database is reachable and migrated',
  tag: 'Operations',
  answers: { 200: STATUS, 503: STATUS },
  handle: handleReadyz,
})
