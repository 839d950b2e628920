import { expect, test } from 'vitest'
import { isAllowedExternally } from './external-links.ts'

test.each([
  'https://arxiv.org/abs/2506.04645',
  'https://epoch.ai',
  'https://GitHub.com/a/b#c',
  'https://github.com:443/',
])('opens %s outside', (address) => expect(isAllowedExternally(address)).toBe(true))

test.each([
  'http://arxiv.org/',
  'https://arxiv.org.evil.example/',
  'https://evil.example/https://arxiv.org/',
  'https://arxiv.org@evil.example/',
  'https://user@arxiv.org/',
  'https://sub.arxiv.org/',
  'https://arxiv.org:8443/',
  'https://arxiv.org./',
  'file://arxiv.org/etc/passwd',
  'javascript:alert(1)//arxiv.org',
  'mailto:a@arxiv.org',
  'arxiv.org',
  '',
])('does not open %s', (address) => expect(isAllowedExternally(address)).toBe(false))
