/**
 * Points of Sobol's sequence, scrambled after Owen: of any 2^m points from a multiple of 2^m on, each of 2^m equal slices of every
 * coordinate holds exactly one. Direction numbers: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better
 * two-dimensional projections", 2008 (new-joe-kuo-6). Scrambling by hash: B. Burley, "Practical hash-based Owen scrambling", 2020.
 */

/** Primitive polynomial (degree, inner coefficients as bits) and first direction numbers of each coordinate after the first. */
const DIRECTIONS: readonly (readonly [degree: number, inner: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
]

export const MOST_COORDINATES = DIRECTIONS.length + 1

const BITS = 32

/** Direction numbers of a coordinate, the first bit of the fraction in the highest bit. */
function directionsOf(coordinate: number): Uint32Array {
  const numbers = new Uint32Array(BITS)
  if (coordinate === 0) return numbers.map((_, bit) => 2 ** (BITS - 1 - bit))
  const [degree, inner, first] = DIRECTIONS[coordinate - 1]!
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      numbers[bit] = first[bit]! << (BITS - 1 - bit)
      continue
    }
    let number = numbers[bit - degree]! ^ (numbers[bit - degree]! >>> degree)
    for (let back = 1; back < degree; back++) if ((inner >>> (degree - 1 - back)) & 1) number ^= numbers[bit - back]!
    numbers[bit] = number
  }
  return numbers
}

/** The bits in the opposite order. */
function reversed(bits: number): number {
  let x = bits
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return (x >>> 16) | (x << 16)
}

/** Flips each bit by a hash of the bits above it, which is what keeps the slices. */
function scrambled(bits: number, seed: number): number {
  let x = (reversed(bits) + seed) | 0
  x ^= Math.imul(x, 0x6c50b47c)
  x ^= Math.imul(x, 0xb82f1e52)
  x ^= Math.imul(x, 0xc7afe638)
  x ^= Math.imul(x, 0x8d22f6e6)
  return reversed(x) >>> 0
}

/** A seed for each coordinate from one for all (the finaliser of MurmurHash3). */
function seedOf(seed: number, coordinate: number): number {
  let x = (seed + Math.imul(coordinate + 1, 0x9e3779b9)) | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/**
 * Points `from` (included) to `to` (left out), coordinate by coordinate for each point, all strictly between 0 and 1.
 * @param coordinates at most MOST_COORDINATES
 */
export function sobolPoints(coordinates: number, from: number, to: number, seed: number): Float64Array {
  const points = new Float64Array(coordinates * (to - from))
  for (let coordinate = 0; coordinate < coordinates; coordinate++) {
    const directions = directionsOf(coordinate)
    const own = seedOf(seed, coordinate)
    for (let point = from; point < to; point++) {
      let bits = 0
      for (let bit = 0, rest = point; rest > 0; bit++, rest >>>= 1) if (rest & 1) bits ^= directions[bit]!
      points[(point - from) * coordinates + coordinate] = (scrambled(bits, own) + 0.5) / 2 ** BITS
    }
  }
  return points
}
