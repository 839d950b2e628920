// Entry of `npm run doctor`: what is here, what is missing, and whether `npm start` and `npm test` can run.
import { runCommand } from './command.ts'
import { doctorReport } from './doctor/report.ts'
import { findings } from './doctor/findings.ts'
import { repositoryFolder } from './repository.ts'
import { runTool } from './stop.ts'
import { thisSystem } from './system.ts'

await runTool(async () => {
  const { text, healthy } = doctorReport(
    await findings({ root: repositoryFolder, run: runCommand, system: thisSystem }),
  )
  console.log(text)
  return healthy ? 0 : 1
})
