// A process that holds a database as another program could, until its standard input ends.
import Sqlite from 'better-sqlite3'

const [path, how] = process.argv.slice(2)
const database = new Sqlite(path)
if (how === 'alone') database.pragma('locking_mode = EXCLUSIVE')
database.exec(how === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN IMMEDIATE')
process.stdin.on('end', () => database.close()).resume()
process.stdout.write('held\n')
