import { classNames } from '@/components/ui/class-names'

const SHAPES = {
  person: 'size-6 rounded-full bg-surface-sunken text-muted inset-ring inset-ring-line-strong',
  organization: 'size-5 rounded-[5px] bg-ink text-surface',
} as const

/** First letters, drawn. What they stand for is written beside it, so a screen reader skips them. */
export function Avatar({ shape, name }: { shape: keyof typeof SHAPES; name: string }) {
  const words = name.split(/\s+/).filter(Boolean)
  const shown = shape === 'person' ? words.slice(0, 2) : words.slice(0, 1)
  const initials = shown.map((word) => [...word][0]?.toUpperCase()).join('')
  return (
    <span aria-hidden data-initials={initials} className={classNames('inline-grid flex-none place-items-center text-[0.625rem] leading-none font-strong before:content-[attr(data-initials)]', SHAPES[shape])} />
  )
}
