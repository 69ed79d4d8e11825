import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/tokens/instant'
import { Badge } from '@/components/ui/badge'
import { LinkPending } from '@/components/ui/link-pending'
import { Cell, NameCell, Row, RowGroup, TwoLines } from '@/components/ui/table'
import type { LogPlace } from '@/lib/audit/log-address'
import type { RecordedEvent } from '@/lib/audit/recorded-event'
import { LogLink } from '../log-link'
import { useEventTexts } from '../use-event-texts'
import { ActorCell } from './actor-cell'
import { rowId } from './list-id'
import { TargetCell } from './target-cell'

/** A long name breaks where it can: at its words, which capitals begin, and its parts, which _ joins. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=_)|(?<=[a-z])(?=[A-Z])/).map((part, at) => (
    <span key={at}>
      {at > 0 ? <wbr /> : null}
      {part}
    </span>
  ))
}

function Name({ event: { id, type }, place }: { event: RecordedEvent; place: LogPlace }) {
  const name = useEventTexts().name(type)
  return (
    <>
      <LogLink id={rowId(id)} place={{ ...place, details: id }} className="relative -my-[3px] inline-block rounded-badge py-[3px] font-label text-ink wrap-anywhere hover:text-accent hover:underline">
        {name === null ? <code>{type}</code> : <Breakable text={name} />}
        <LinkPending />
      </LogLink>
      {name === null ? null : (
        <span className="block font-mono text-xs wrap-anywhere text-subtle">
          <Breakable text={type} />
        </span>
      )}
    </>
  )
}

/** How it ended, and why it did not succeed. */
export function Result({ event: { result, cause } }: { event: RecordedEvent }) {
  const t = useTranslations('auditEvents')
  const text = useEventTexts()
  if (result === 'success') {
    return (
      <Badge tone="ok" icon={CircleCheck}>
        {t('success')}
      </Badge>
    )
  }
  return (
    <TwoLines second={cause === null ? null : (text.cause(cause) ?? <code>{cause}</code>)}>
      <Badge tone="ended" icon={CircleX}>
        {t('failure')}
      </Badge>
    </TwoLines>
  )
}

export type EventRowProps = {
  event: RecordedEvent
  place: LogPlace
  organization: string
  /** The reader may see the organization's tokens. */
  seesTokens: boolean
}

/** One thing that happened: a row, on a phone a record. */
export function EventRow({ event, place, organization, seesTokens }: EventRowProps) {
  return (
    <RowGroup>
      <Row>
        <Cell at="left" className="tabular-nums whitespace-nowrap">
          <Instant at={event.at} precision="clock" />
        </Cell>
        <NameCell>
          <Name event={event} place={place} />
        </NameCell>
        <Cell at="full">
          <ActorCell event={event} place={place} />
        </Cell>
        <Cell at="full">
          <TargetCell event={event} place={place} organization={organization} seesTokens={seesTokens} />
        </Cell>
        <Cell at="right" className="max-sm:row-start-2">
          <Result event={event} />
        </Cell>
        <Cell leaves="first" hideOnPhone className="font-mono text-xs wrap-anywhere text-muted">
          {event.ip ?? '—'}
        </Cell>
      </Row>
    </RowGroup>
  )
}
