/** Whether the text reached the clipboard; a browser may refuse, and does without TLS. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false
    throw error
  }
}

/** A file name that any system accepts, from the name of what it holds the secret of. */
export function fileNameFor(name: string): string {
  return `${name.replace(/[^\p{L}\p{M}\p{Nd}+\-_.@]+/gu, '-').replace(/^\.+/, '')}.txt`
}

/** Saves the text as a file, without a trip to the server. */
export function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
