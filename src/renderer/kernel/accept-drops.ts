import { LARGEST_TEXT_FILE_BYTES } from '../../shared/scenario/text-file-limit.ts'

/**
 * Takes files that are dropped anywhere on the window, each by itself.
 * @returns ends it
 */
export function acceptDrops(take: (file: File) => void): () => void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    event.dataTransfer!.dropEffect = 'copy'
  }
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    for (const file of event.dataTransfer!.files) take(file)
  }
  window.addEventListener('dragover', onDragOver)
  window.addEventListener('drop', onDrop)
  return () => {
    window.removeEventListener('dragover', onDragOver)
    window.removeEventListener('drop', onDrop)
  }
}

/** A dropped file's text. @throws Error in words where it is too large or not UTF-8 */
export async function textOf(file: File): Promise<string> {
  if (file.size > LARGEST_TEXT_FILE_BYTES)
    throw new Error(`${file.name} has ${file.size} bytes; expected at most ${LARGEST_TEXT_FILE_BYTES}.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new Error(`${file.name} is not UTF-8 text.`)
  }
}
