'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { callAction, type Refusal } from '@/components/forms/call-action'
import type { ErrorCode } from '@/lib/errors'
import type { ChosenTtl, TtlUnit } from '@/lib/time'
import { tryTtl } from '@/lib/tokens/token-ttl'
import { parseWhole } from '@/lib/tokens/whole-number'
import type { RegenerateFlowProps } from './regenerate-provider'
import { useTokenGenerated } from '../secret/token-generated-provider'

/** A length of life as it is typed. */
export type TypedTtl = { value: string; unit: TtlUnit }

/** Refusals that trying again cannot mend. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['not_found', 'token_revoked', 'token_deactivated', 'token_changed'])

/** What is said of the TTL, if the refusal is about it. */
const ttlCode = ({ fields }: Refusal) => fields['ttl'] ?? fields['ttlValue'] ?? fields['ttlUnit']

type Asked = Pick<RegenerateFlowProps, 'token' | 'limit' | 'regenerate'> & {
  /** It is regenerated, and its secret about to be shown. */
  onIssued: () => void
  /** What the list shows is no longer so. */
  onStale: () => void
}

/**
 * What will become of a token, by the limit of today: the TTL that it had, or, where that is too long, one to choose,
 * the limit to begin with.
 */
export function useRegenerate({ token, limit, regenerate, onIssued, onStale }: Asked) {
  const router = useRouter()
  const { prepare, show } = useTokenGenerated()
  const [now] = useState(() => new Date())
  const [typed, setTyped] = useState<TypedTtl | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()

  const choosing = 'code' in tryTtl(token.ttl, limit, now)
  const chosen: TypedTtl = typed ?? { value: String(limit?.value ?? ''), unit: limit?.unit ?? 'days' }
  const wanted: ChosenTtl | null = choosing ? { value: parseWhole(chosen.value), unit: chosen.unit } : null
  const ttl = wanted ?? token.ttl
  const issued = tryTtl(ttl, limit, now)
  const fault = chosen.value.trim() === '' ? 'ttl_required' : 'code' in issued ? issued.code : null

  function refuse(refused: Refusal) {
    const code = ttlCode(refused)
    // A limit that has been lowered since the page was loaded: the question is then another one.
    if (code) router.refresh()
    setComplaint(code && choosing ? code : null)
    setRefusal(code && choosing ? null : refused)
  }
  function confirm() {
    if (choosing && fault) return setComplaint(fault)
    startTransition(async () => {
      const prepared = async (input: Parameters<typeof regenerate>[0]) => {
        await prepare()
        return regenerate(input)
      }
      const result = await callAction(prepared, { tokenId: token.tokenId, generation: token.generation, ttl: wanted })
      if (!result.ok) return refuse(result)
      onIssued()
      show({ ...result.value, scopes: [] })
    })
  }
  function choose(next: Partial<TypedTtl>) {
    setTyped({ ...chosen, ...next })
    setComplaint(null)
  }
  return {
    ...{ choosing, chosen, choose, ttl, issued, complaint, pending, confirm },
    blur: () => setComplaint(fault),
    // Once there is a length to choose, what was refused before is said by the question.
    refusal: refusal && !(choosing && ttlCode(refusal)) ? refusal : null,
    final: refusal !== null && FINAL.has(refusal.code),
    reload() {
      onStale()
      router.refresh()
    },
  }
}
