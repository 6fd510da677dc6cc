import type { CheckFunction } from './check.ts'
import { review } from './finding.ts'

/** No form can prove it: the committee knows, and its exclusion list speaks as `branch.excluded`. */
export const checkConduct: CheckFunction = () => review([], '待学院党委核实。')
