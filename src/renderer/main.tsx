import '@fontsource-variable/inter/wght.css'
import { render } from 'solid-js/web'
import { createCatalog } from './features/catalog/create-catalog.ts'
import { WorkspacePage } from './features/workspace/workspace-page.tsx'
import { call } from './kernel/api.ts'
import { applyPalette } from './styles/apply-palette.ts'
import './styles/base.css'
import './styles/controls.css'
import './styles/fields.css'
import './styles/dialogs.css'
import './styles/window.css'
import './styles/workspace.css'
import './styles/series-bar.css'
import './styles/charts.css'
import './styles/inspector.css'
import './styles/editor.css'
import './styles/pins.css'
import './styles/validate.css'
import './styles/pages.css'
import './styles/catalog.css'
import './styles/catalog-detail.css'
import './styles/catalog-comparison.css'
import './styles/command-palette.css'
import './styles/observed.css'
import './styles/incoming.css'
import './styles/scenarios.css'
import './styles/versions.css'
import './styles/ranges.css'
import './styles/report.css'
import './styles/archive.css'
import './styles/outputs.css'
import './styles/questions.css'
import './styles/chip-design.css'
import './styles/calibration.css'
import './styles/line-chart.css'
import './styles/claims.css'

applyPalette(document)
const root = document.querySelector('#root')!

Promise.all([call('catalog.list', undefined), call('app.info', undefined)]).then(
  ([listed, info]) =>
    render(() => {
      const catalog = createCatalog(listed)
      return <WorkspacePage catalog={catalog} version={info.version} scenario={info.scenario} />
    }, root),
  (error: unknown) => {
    const problem = document.createElement('p')
    problem.className = 'start-problem'
    problem.textContent = `Paretoscope could not start: ${error instanceof Error ? error.message : String(error)}`
    root.replaceChildren(problem)
  },
)
