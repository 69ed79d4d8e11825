import { expect, it } from 'vitest'
import { makePeer } from '@/server/testing/people'
import { findFreePort } from '@/server/testing/run-server'
import { createTestDatabase } from '@/server/testing/test-database'
import { handleMetrics } from './metrics'

const port = await findFreePort()
await createTestDatabase({ DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/none` })

it('what the process knows is told without the database, and that it does not answer', async () => {
  const answer = await handleMetrics(new Request('http://127.0.0.1/metrics'), { ...makePeer(), local: true })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain('\ntokenward_database_up 0\n')
  expect(text).toContain('\ntokenward_database_waiting 0\n')
  expect(text).not.toContain('tokenward_outbox_unsent')
})
