import { NotThere } from '@/components/shell/not-there'

/** In the console's own frame, which has the brand and the way elsewhere. */
export default function NotFoundInConsole() {
  return (
    <div className="grid place-content-center justify-items-center gap-2 py-16 text-center">
      <NotThere />
    </div>
  )
}
