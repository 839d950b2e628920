import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AfterPackContext, Configuration, FileAssociation } from 'electron-builder'

/** Windows and macOS know a file by what follows the last dot of its name; Linux has packaging/paretoscope.xml. */
const SCENARIO_FILE: FileAssociation = {
  ext: 'paretoscope',
  name: 'Paretoscope scenario',
  description: 'Paretoscope scenario',
  role: 'Editor',
}

const mimeTypeFile = join(import.meta.dirname, 'packaging/paretoscope.xml')

/** What an Electron folder holds beside Electron: the app it shows when it has none, and its version for installers. */
async function removeElectronsOwnApp({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir)
  const leftovers = [join(resources, 'default_app.asar'), join(resources, 'app'), join(appOutDir, 'version')]
  await Promise.all(leftovers.map((path) => rm(path, { recursive: true, force: true })))
}

/** What is shipped. `npm run package` builds it, and checks what it built against it (docs/packaging.md). */
export default {
  appId: 'app.paretoscope',
  productName: 'Paretoscope',
  copyright: 'Copyright © 2026 The Paretoscope authors',
  directories: { output: 'release', buildResources: 'packaging' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',

  // A list of what goes in; of the one dependency that is not bundled, what it loads at run time.
  files: [
    'out/**',
    '!out/.built-from',
    'package.json',
    '!node_modules/node-addon-api/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/{binding.gyp,README.md}',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
  ],
  asar: true,
  // The system loads a native module from a file of its own.
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  // The window speaks English; Chromium falls back on it everywhere.
  electronLanguages: ['en-US'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    // Takes effect on macOS and Windows; Electron has no such check on Linux.
    enableEmbeddedAsarIntegrityValidation: true,
    // Pages come from app://, and nothing needs file://.
    grantFileProtocolExtraPrivileges: false,
    // There are no cookies to encrypt, and asking for the key would ask people for their keychain's password.
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    // No fuse: Apple silicon runs no executable whose signature a changed fuse broke, signed by a person or not.
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
  },
  afterPack: removeElectronsOwnApp,

  // No server of updates: neither a feed in the app nor anything uploaded.
  publish: null,
  extraMetadata: { desktopName: 'paretoscope.desktop', homepage: 'https://paretoscope.invalid' },

  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'paretoscope',
    syncDesktopName: true,
    icon: 'packaging/icon.svg',
    category: 'Science',
    synopsis: 'Speed against cost of serving language models',
    maintainer: 'The Paretoscope authors <authors@paretoscope.invalid>',
    mimeTypes: ['application/x-paretoscope+json'],
  },
  deb: { fpm: [`${mimeTypeFile}=/usr/share/mime/packages/paretoscope-scenario.xml`] },
  win: { target: ['nsis'], icon: 'packaging/icon.png', fileAssociations: [SCENARIO_FILE] },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: ['dmg'],
    icon: 'packaging/icon.png',
    category: 'public.app-category.developer-tools',
    fileAssociations: [SCENARIO_FILE],
  },
} satisfies Configuration
