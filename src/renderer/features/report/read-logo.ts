import { isLogo, LARGEST_LOGO } from '../../../shared/report/report-logo.ts'

/** A picture file as a data URL. @throws Error where it is too large or no picture that a report takes */
export async function readLogo(file: File): Promise<string> {
  if (file.size > LARGEST_LOGO * 0.74) throw new Error(`${file.name} is too large for a logo; at most 500 KB`)
  const url = await dataUrlOf(file)
  if (!isLogo(url)) throw new Error(`${file.name} is not a PNG, JPEG or SVG picture`)
  return url
}

const dataUrlOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error ?? new Error(`${file.name} cannot be read`)))
    reader.readAsDataURL(file)
  })
