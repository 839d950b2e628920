import '@fontsource-variable/inter/wght.css'
import { render } from 'solid-js/web'
import { StartUpPage } from './features/start-up/start-up-page.tsx'
import { applyPalette } from './styles/apply-palette.ts'
import './styles/base.css'
import './styles/controls.css'
import './styles/start-up.css'

applyPalette(document)
render(() => <StartUpPage />, document.querySelector('#root')!)
