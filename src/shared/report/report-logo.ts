import * as v from 'valibot'

/** Characters of a logo as a data URL at most: about 500 KB of picture. */
export const LARGEST_LOGO = 700_000

/** Kinds of picture by the first bytes, which in base64 are the first characters of the text. */
const FIRST_CHARACTERS: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['iVBORw0KGgo'],
  'image/jpeg': ['/9j/'],
  // "<svg" and "<?xml"; an SVG is only ever drawn as a picture, where it runs and loads nothing.
  'image/svg+xml': ['PHN2Z', 'PD94bW'],
}

export const LOGO_TYPES = Object.keys(FIRST_CHARACTERS)

/** Whether a data URL holds what it says: a PNG, JPEG or SVG picture in base64, told by its first bytes. */
export function isLogo(dataUrl: string): boolean {
  const [, type, data] = /^data:([a-z+/]+);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl) ?? []
  if (type === undefined || data === undefined || !Object.hasOwn(FIRST_CHARACTERS, type)) return false
  return FIRST_CHARACTERS[type]!.some((first) => data.startsWith(first))
}

/** A picture that travels inside the settings. */
export const logoSchema = v.pipe(
  v.string('a picture as a data URL'),
  v.maxLength(LARGEST_LOGO, 'a picture of at most 500 KB'),
  v.check(isLogo, 'a PNG, JPEG or SVG picture as a data URL in base64'),
)
