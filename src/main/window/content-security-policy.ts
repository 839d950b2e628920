import { PREVIEW_ORIGIN } from './app-origin.ts'

const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Charts and floating panels place themselves by style attributes; style elements stay forbidden.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'worker-src': "'none'",
  'object-src': "'none'",
  // Reports before they are printed: without scripts, sandboxed by their own policy.
  'frame-src': PREVIEW_ORIGIN,
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const

/** The policy of every page: our own scripts, styles, fonts and pictures, and no connection to anywhere. */
export const contentSecurityPolicy = (): string =>
  Object.entries(DIRECTIVES)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
