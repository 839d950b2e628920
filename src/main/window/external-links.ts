/** Where the sources of figures live; only these are ever handed to the system's browser. */
const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'arxiv.org',
  'epoch.ai',
  'github.com',
  'huggingface.co',
  'docs.nvidia.com',
  'cloud.google.com',
  'docs.cloud.google.com',
  'docs.vllm.ai',
])

/** Whether a link may be opened outside: https, one of our hosts, no port, nobody's password. */
export function isAllowedExternally(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return protocol === 'https:' && ALLOWED_HOSTS.has(hostname) && port === '' && username === '' && password === ''
}
