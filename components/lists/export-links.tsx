import { Download } from 'lucide-react'
import { Popover } from '@/components/ui/popover'

type ExportLinksProps = {
  title: string
  help: string
  /** A file each: where it is, and what it is called. */
  files: readonly { href: string; text: string }[]
  triggerClass: string
}

/** A list as files, each a link: they come without JavaScript as well. */
export function ExportLinks({ title, help, files, triggerClass }: ExportLinksProps) {
  return (
    <Popover
      title={title}
      align="end"
      triggerClass={triggerClass}
      trigger={
        <>
          <Download />
          {title}
        </>
      }
      className="w-64 p-1"
    >
      <p className="px-2 py-1 text-xs text-pretty text-subtle">{help}</p>
      {files.map(({ href, text }) => (
        <a key={href} href={href} download className="flex min-h-8 items-center gap-2 rounded-badge px-2 py-1 hover:bg-surface-hover max-sm:min-h-10">
          <Download className="text-muted" />
          {text}
        </a>
      ))}
    </Popover>
  )
}
