import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assetFor } from './app-asset.ts'

const root = join(sep, 'opt', 'app', 'out', 'renderer')

describe('the files behind app://paretoscope', () => {
  test.each([
    ['app://paretoscope', 'index.html', 'text/html; charset=utf-8'],
    ['app://paretoscope/', 'index.html', 'text/html; charset=utf-8'],
    ['app://paretoscope/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://paretoscope/index.html?a=../../x#../y', 'index.html', 'text/html; charset=utf-8'],
    ['app://paretoscope/assets/index-_a-B.c1.js', 'assets/index-_a-B.c1.js', 'text/javascript; charset=utf-8'],
    ['app://paretoscope/assets/index.CSS', 'assets/index.CSS', 'text/css; charset=utf-8'],
    ['app://paretoscope/assets/inter.woff2', 'assets/inter.woff2', 'font/woff2'],
    ['app://paretoscope/logo.svg', 'logo.svg', 'image/svg+xml'],
  ])('%s is %s', (address, file, mimeType) => {
    expect(assetFor(address, root)).toEqual({ kind: 'file', path: join(root, file), mimeType })
  })

  test.each([
    ['climbs', 'app://paretoscope/../main/index.js'],
    ['climbs from inside', 'app://paretoscope/assets/../../main/index.js'],
    ['stands still', 'app://paretoscope/./index.html'],
    ['climbs encoded', 'app://paretoscope/%2e%2e/main/index.js'],
    ['climbs half encoded', 'app://paretoscope/.%2E/main/index.js'],
    ['hides the slash', 'app://paretoscope/..%2fmain/index.js'],
    ['climbs by backslash', 'app://paretoscope/..\\main\\index.js'],
    ['hides the backslash', 'app://paretoscope/..%5cmain%5cindex.js'],
    ['encodes twice', 'app://paretoscope/%252e%252e/main/index.js'],
    ['is overlong UTF-8', 'app://paretoscope/%c0%ae%c0%ae/main/index.js'],
    ['is broken UTF-8', 'app://paretoscope/%ff/index.html'],
    ['is a broken escape', 'app://paretoscope/%/index.html'],
    ['ends in NUL', 'app://paretoscope/index.html%00.js'],
    ['has a NUL', 'app://paretoscope/index.html\0.js'],
    ['has a line break', 'app://paretoscope/index%0a.html'],
    ['is absolute', 'app://paretoscope//etc/passwd.json'],
    ['names a drive', 'app://paretoscope/C:/Windows/win.json'],
    ['names a stream', 'app://paretoscope/index.html::$DATA'],
    ['names a share', 'app://paretoscope/\\\\server\\share\\x.js'],
    ['has a hidden name', 'app://paretoscope/.env.json'],
    ['has an empty name', 'app://paretoscope/assets//index.js'],
    ['ends in a slash', 'app://paretoscope/assets/'],
    ['has another host', 'app://elsewhere/index.html'],
    ['has a longer host', 'app://paretoscope.evil.example/index.html'],
    ['has a port', 'app://paretoscope:80/index.html'],
    ['has a user', 'app://paretoscope@elsewhere/index.html'],
    ['has a user of ours', 'app://me@paretoscope/index.html'],
    ['has no host', 'app:///index.html'],
    ['is opaque', 'app:index.html'],
    ['has another scheme', 'file:///etc/passwd'],
    ['has the web’s scheme', 'https://paretoscope/index.html'],
    ['is no address', 'index.html'],
    ['is empty', ''],
  ])('refuses one that %s', (_what, address) => {
    expect(assetFor(address, root)).toEqual({ kind: 'refused', status: 403 })
  })

  test.each(['app://paretoscope/LICENSE', 'app://paretoscope/run.exe', 'app://paretoscope/index.js.map'])(
    'knows no %s',
    (address) => {
      expect(assetFor(address, root)).toEqual({ kind: 'refused', status: 404 })
    },
  )
})
