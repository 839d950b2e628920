import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import solid from 'vite-plugin-solid'

// One build for the official runtime and for the older one that development falls back on (Node 20, Chromium 130).
export default defineConfig({
  main: {
    // Its ES module for Node declares a `require` of its own, as electron-vite does in each bundle; its CommonJS does not.
    resolve: { alias: { fflate: resolve('node_modules/fflate/lib/node.cjs') } },
    build: {
      target: 'node20',
      rolldownOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          'compute-worker': resolve('src/main/compute/utility-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: 'chrome130',
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html'), 'start-up': resolve('src/renderer/start-up.html') },
      },
    },
    plugins: [solid()],
  },
})
