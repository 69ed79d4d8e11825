import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { classNames } from '@/components/ui/class-names'
import { linkClass } from '@/components/ui/link'

const TONES = { off: '', ended: 'text-danger', warn: 'text-warning' } as const

type NoteProps = { icon: LucideIcon; tone: keyof typeof TONES; act?: React.ReactNode; children: React.ReactNode }

/** One thing about a token, with the act that mends it at its side; on a phone below. */
export function Note({ icon: Icon, tone, act, children }: NoteProps) {
  return (
    <li className="grid grid-cols-[14px_minmax(0,1fr)] items-start gap-x-2 gap-y-1.5 text-pretty text-muted sm:grid-cols-[14px_minmax(0,1fr)_auto]">
      <Icon className={classNames('mt-0.5 size-3.5 stroke-2', TONES[tone])} />
      <span className="max-w-[48rem] wrap-anywhere">{children}</span>
      {act ? <span className="max-sm:col-start-2 max-sm:justify-self-start sm:-mt-1 sm:-mb-1.5">{act}</span> : null}
    </li>
  )
}

/** What a note begins with. */
export const strong = (text: React.ReactNode) => <strong className="font-label text-ink">{text}</strong>

export const generateLink = (text: React.ReactNode) => (
  <Link href="/my-account/api-tokens/generate" className={linkClass}>
    {text}
  </Link>
)
