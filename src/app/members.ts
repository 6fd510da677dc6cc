import type { Config } from '../config/config.ts'
import { type Member, memberOf } from '../core/desk/member.ts'

/** Who decides by mail. */
export const membersOf = ({ staff }: Pick<Config, 'staff'>): readonly Member[] => staff.desk.map(memberOf)
