/** What a piece of the system is needed for. */
export type Purpose = 'window' | 'display' | 'compile' | 'pdf'

export interface SystemPiece {
  purpose: Purpose
  kind: 'library' | 'command' | 'font'
  name: string
  /** The Debian and Ubuntu package that holds it. */
  package: string
  /** The package got the suffix t64 when Debian 13 and Ubuntu 24.04 moved to 64-bit time. */
  t64?: true
}

const library = (name: string, packageName: string, t64?: true): SystemPiece => ({
  purpose: 'window',
  kind: 'library',
  name,
  package: packageName,
  ...(t64 && { t64 }),
})
const command = (purpose: Purpose, name: string, packageName: string): SystemPiece => ({
  purpose,
  kind: 'command',
  name,
  package: packageName,
})

export const systemPieces: readonly SystemPiece[] = [
  library('libgtk-3.so.0', 'libgtk-3-0', true),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2', true),
  library('libgbm.so.1', 'libgbm1'),
  library('libXss.so.1', 'libxss1'),
  library('libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0', true),
  library('libcups.so.2', 'libcups2', true),
  library('libdrm.so.2', 'libdrm2'),
  library('libxkbcommon.so.0', 'libxkbcommon0'),
  { purpose: 'window', kind: 'font', name: 'any font', package: 'fonts-liberation' },
  command('display', 'Xvfb', 'xvfb'),
  command('compile', 'python3', 'python3'),
  command('compile', 'make', 'make'),
  command('compile', 'g++', 'g++'),
  command('pdf', 'pdftotext', 'poppler-utils'),
]

/** What was found on a machine. */
export interface SystemFound {
  /** The output of `ldconfig -p`. */
  libraries: string
  hasCommand: (name: string) => boolean
  hasFonts: boolean
}

export function missingPieces(purposes: readonly Purpose[], found: SystemFound): SystemPiece[] {
  const libraries = new Set(found.libraries.split('\n').map((line) => line.trim().split(' ')[0]))
  const isThere = {
    library: (piece: SystemPiece) => libraries.has(piece.name),
    command: (piece: SystemPiece) => found.hasCommand(piece.name),
    font: () => found.hasFonts,
  }
  return systemPieces.filter((piece) => purposes.includes(piece.purpose) && !isThere[piece.kind](piece))
}

/** The packages to install, each once, by the names this system uses for them. */
export function packagesFor(pieces: readonly SystemPiece[], systemHasT64: boolean): string[] {
  return [...new Set(pieces.map((piece) => (piece.t64 && systemHasT64 ? `${piece.package}t64` : piece.package)))]
}
