import { isFuzz } from './property-seed.ts'

/** So many cases of a property for `npm run test:fuzz`, which draws others each time; a fifth of them, the same ones, in each run of the tests. */
export const runs = (many: number): number => (isFuzz ? many : Math.ceil(many / 5))
