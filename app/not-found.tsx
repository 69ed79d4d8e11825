import { brandClass, Mark } from '@/components/shell/brand'
import { NotThere } from '@/components/shell/not-there'

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-2 px-6 text-center">
      <span className={`${brandClass} mb-6`}>
        <Mark />
        Tokenward
      </span>
      <NotThere />
    </main>
  )
}
