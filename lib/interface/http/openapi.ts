import { z } from 'zod'
import { env } from '../../platform/env'
import { describeInterface, type InterfaceDescription } from '../openapi'
import { openEndpoint, type Endpoint } from './endpoint'

const DOCUMENT = z.object({
  openapi: z.literal('3.1.1'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.url() })),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})), securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })) }),
})

/** The description of an interface that it is itself a part of. It changes with the code alone, so it is made once. */
export function describedBy(endpoints: () => readonly Endpoint[]): { endpoint: Endpoint; description: () => InterfaceDescription } {
  let made: InterfaceDescription | null = null
  const description = () => (made ??= describeInterface(endpoints(), env().publicUrl))
  const endpoint = openEndpoint({
    method: 'GET',
    path: '/openapi.json',
    operation: 'findDescription',
    summary: 'This interface as OpenAPI 3.1 describes it',
    tag: 'Operations',
    answer: DOCUMENT,
    run: async () => description(),
  })
  return { endpoint, description }
}
