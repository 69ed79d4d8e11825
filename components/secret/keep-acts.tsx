'use client'

import { Copy, Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { copyText, downloadText } from './keep'
import type { Said } from './keeping'
import type { Showing } from './use-shown-once'

type KeepActsProps = {
  text: string
  /** The name of the file that it is downloaded as. */
  file: string
  /** What stands above it on paper. */
  heading: string
  labels: { copy: string; download: string; print: string }
  /** What there is to say of the last attempt. */
  say: (said: Said) => string
  showing: Showing
}

/** What the printer gets: beside the page, of which nothing is printed then, and on a sheet of any width. */
function Paper({ heading, text }: Pick<KeepActsProps, 'heading' | 'text'>) {
  return (
    <div data-print className="hidden">
      <p>{heading}</p>
      <pre className="wrap-anywhere whitespace-pre-wrap">{text}</pre>
    </div>
  )
}

/** The three ways to keep what is shown but once. */
export function KeepActs({ text, file, heading, labels, say, showing: { said, copyButton, note } }: KeepActsProps) {
  const [printing, setPrinting] = useState(false)
  async function copy() {
    note((await copyText(text)) ? 'copied' : 'notCopied')
  }
  function download() {
    downloadText(file, text)
    note('downloaded')
  }
  function print() {
    // The paper shows it in clear; the screen's page has it so only for as long as the printer asks.
    flushSync(() => setPrinting(true))
    window.print()
    setPrinting(false)
    note('printed')
  }
  return (
    <>
      <div className="mt-0.5 flex flex-wrap gap-2 max-sm:*:flex-1 max-sm:*:first:basis-full">
        <Button ref={copyButton} look="primary" onClick={() => void copy()}>
          <Copy />
          {labels.copy}
        </Button>
        <Button onClick={download}>
          <Download />
          {labels.download}
        </Button>
        <Button onClick={print}>
          <Printer />
          {labels.print}
        </Button>
      </div>
      <p role="status" className="min-h-[1lh] text-pretty wrap-anywhere text-muted max-sm:min-h-[2lh]">
        {said && say(said)}
      </p>
      {printing ? createPortal(<Paper heading={heading} text={text} />, document.body) : null}
    </>
  )
}
