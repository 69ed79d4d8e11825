import { z } from 'zod'
import { HttpRefusal, json } from '../../interface/http/answering'
import { rawEndpoint } from '../../interface/http/endpoint'
import { hasBearerSecret } from '../../platform/bearer-secret'
import { env } from '../../platform/env'

const FAILED = z.literal('failed')
const COUNT = z.int().min(0)

/** What was done, by its kind; "failed" where that kind could not be done at all. */
const DONE = z
  .object({
    continued: z.union([COUNT, FAILED]).meta({ description: 'Validations gone on with that were cut off' }),
    validated: z
      .union([z.object({ completed: COUNT, failed: COUNT, elsewhere: COUNT, left: COUNT.meta({ description: 'For the next call: the time was over' }) }), FAILED])
      .meta({ description: 'Organizations' }),
    changes: z.union([z.object({ ended: COUNT, failed: COUNT }), FAILED]).meta({ description: 'Changes of many tokens gone on with' }),
    reminders: z.union([COUNT, FAILED]).meta({ description: 'Mails queued' }),
    mails: z.union([z.object({ sent: COUNT, failed: COUNT }), FAILED]),
  })
  .meta({ id: 'ScheduledWork' })

// On demand: whoever asks for anything else need not load what renders mails.
const loadWork = () => import('./scheduled-work')

async function handleValidateTokens(request: Request): Promise<Response> {
  if (!hasBearerSecret(request, env().cronSecret)) {
    throw new HttpRefusal(401, 'unauthorized', 'Send CRON_SECRET as a bearer token', { 'www-authenticate': 'Bearer' })
  }
  const { doScheduledWork } = await loadWork()
  const { failed, done } = await doScheduledWork()
  return json(failed ? 500 : 200, done satisfies z.input<typeof DONE>)
}

const ANSWER = { type: 'application/json', schema: DONE }

const ABOUT = { path: '/api/cron/validate-tokens', tag: 'Operations', access: 'scheduler', acts: true, answers: { 200: ANSWER, 500: ANSWER }, handle: handleValidateTokens } as const

/** `GET` is how Vercel calls it, `POST` how schedulers do that mind what GET means. */
export const validateTokens = rawEndpoint({ ...ABOUT, method: 'GET', operation: 'validateTokens', summary: 'Do what is due: the daily validation, reminders and waiting mails' })

export const postValidateTokens = rawEndpoint({ ...ABOUT, method: 'POST', operation: 'postValidateTokens', summary: 'The same, for schedulers that change nothing by GET' })
