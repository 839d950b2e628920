/** Coefficients of the rational approximations: M. J. Wichura, algorithm AS 241 (PPND7), Applied Statistics 37, 1988. */
const CENTRE = {
  up: [3.3871327179, 50.434271938, 159.29113202, 59.10937472],
  down: [1, 17.895169469, 78.757757664, 67.1875636],
}
const SIDE = { up: [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103], down: [1, 0.7370016425, 0.12021132975] }
const TAIL = { up: [6.657905115, 3.081226386, 0.42868294337, 0.017337203997], down: [1, 0.24197894225, 0.012258202635] }

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

const ratio = ({ up, down }: typeof CENTRE, x: number): number => polynomial(up, x) / polynomial(down, x)

/** The value below which a standard normal variable lies with this probability, to seven figures. @param probability above 0 and below 1 */
export function normalQuantile(probability: number): number {
  const fromMiddle = probability - 0.5
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(CENTRE, 0.180625 - fromMiddle ** 2)
  const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)))
  const size = r <= 5 ? ratio(SIDE, r - 1.6) : ratio(TAIL, r - 5)
  return fromMiddle < 0 ? -size : size
}
