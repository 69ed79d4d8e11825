import { X } from 'lucide-react'
import Link from 'next/link'

type FilterChipProps = {
  name: string
  value: string
  /** The accessible name of what removes it. */
  remove: string
  /** The address of the list without it. */
  without: string
}

/** One active filter, and the way to the list without it; an item of a list. */
export function FilterChip({ name, value, remove, without }: FilterChipProps) {
  return (
    <li className="inline-flex min-h-(--control) max-w-full min-w-0 items-stretch rounded-control border border-line-strong bg-surface">
      <span className="min-w-0 self-center px-2 py-1 text-muted wrap-anywhere">
        {name} <span className="font-label text-ink">{value}</span>
      </span>
      <Link
        href={without}
        prefetch={false}
        scroll={false}
        aria-label={remove}
        className="relative inline-grid w-7 flex-none place-items-center rounded-r-control border-l border-line text-subtle hover:bg-surface-hover hover:text-ink max-sm:w-10"
      >
        <X className="size-3.5" />
      </Link>
    </li>
  )
}
