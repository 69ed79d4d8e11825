import { X } from 'lucide-react'
import type { ListPlace } from '@/lib/governance/list-address'
import { PlaceLink } from '../place-link'

type ChipProps = { name: string; value: string; remove: string; place: ListPlace }

/** One active filter, and the way to the list without it. */
export function Chip({ name, value, remove, place }: ChipProps) {
  return (
    <li className="inline-flex min-h-(--control) max-w-full min-w-0 items-stretch rounded-control border border-line-strong bg-surface">
      <span className="min-w-0 self-center px-2 py-1 text-muted wrap-anywhere">
        {name} <span className="font-label text-ink">{value}</span>
      </span>
      <PlaceLink
        place={place}
        aria-label={remove}
        className="relative inline-grid w-7 flex-none place-items-center rounded-r-control border-l border-line text-subtle hover:bg-surface-hover hover:text-ink max-sm:w-10"
      >
        <X className="size-3.5" />
      </PlaceLink>
    </li>
  )
}
