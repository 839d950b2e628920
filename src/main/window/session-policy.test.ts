import { expect, test } from 'vitest'
import { isAllowedRequest } from './session-policy.ts'

test.each(['app://paretoscope/index.html', 'data:image/png;base64,AA', 'blob:app://paretoscope/1'])(
  'lets %s through',
  (address) => expect(isAllowedRequest(address, false)).toBe(true),
)

test.each([
  'http://localhost/',
  'https://epoch.ai/',
  'ws://localhost/',
  'wss://epoch.ai/',
  'ftp://a/b',
  'file:///etc/passwd',
  'filesystem:app://paretoscope/x',
  'chrome://gpu',
  'chrome-extension://abc/x',
  'devtools://devtools/x',
  'about:blank',
  'no address',
])('cancels %s', (address) => expect(isAllowedRequest(address, false)).toBe(false))

test('lets the developer tools load themselves only where they exist', () => {
  expect(isAllowedRequest('devtools://devtools/bundled/x.html', true)).toBe(true)
  expect(isAllowedRequest('https://devtools/x', true)).toBe(false)
})
