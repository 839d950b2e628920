// The main process: a command, or the app with its window.
import { app } from 'electron'
import { COMMAND_NAMES } from './cli/command-line.ts'
import { commandArguments } from './command-arguments.ts'
import { runCommand } from './run-command.ts'
import { startApp } from './start-app.ts'

const command = commandArguments(process.argv, COMMAND_NAMES, process.defaultApp)

// Chromium's own sandbox aborts every child where the whole of it was switched off (as root on Linux).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

if (command === null) startApp()
else runCommand(command)
