import { LoaderCircle } from 'lucide-react'
import { classNames } from './class-names'

/** The sign that something is being worked on; what says so in words stands beside it. Colours of text stay as they are: paler ones could not be read. */
export function Turning({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={classNames('animate-[turn_900ms_linear_infinite]', className)} />
}
