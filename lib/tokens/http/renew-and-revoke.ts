import { z } from 'zod'
import { callerEndpoint } from '../../interface/http/endpoint'
import { regenerateToken } from '../commands/regenerate-token'
import { revokeToken } from '../commands/revoke-token'
import { findGeneration } from '../queries/find-generation'
import { namingFields } from './body-fields'
import { SECRET } from './generate-token'
import { OWN_TOKENS_PATH } from './list-own-tokens'
import { askedLife, RENEWED_TOKEN } from './new-token-body'

const OF_TOKEN = z.object({ id: z.uuid().meta({ description: 'tokenId' }) })

export const regenerateOwnToken = callerEndpoint({
  method: 'POST',
  path: `${OWN_TOKENS_PATH}/{id}/regenerate`,
  operation: 'regenerateToken',
  summary: 'Give an API token a new secret; every earlier one is dead at once',
  tag: 'Own API tokens',
  params: OF_TOKEN,
  body: RENEWED_TOKEN,
  answer: SECRET,
  run: async (ctx, { params: { id: tokenId }, body }) => {
    const generation = body.generation ?? (await findGeneration(ctx, tokenId))
    const { apiToken } = await namingFields(body, () => regenerateToken(ctx, { tokenId, generation, ttl: askedLife(body) ?? null }))
    return { apiToken }
  },
})

export const revokeOwnToken = callerEndpoint({
  method: 'DELETE',
  path: `${OWN_TOKENS_PATH}/{id}`,
  operation: 'revokeToken',
  summary: 'Revoke an API token for good; once more changes nothing',
  tag: 'Own API tokens',
  params: OF_TOKEN,
  answer: z.object({}),
  run: async (ctx, { params: { id: tokenId } }) => {
    await revokeToken(ctx, { tokenId })
    return {}
  },
})
