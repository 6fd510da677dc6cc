import { composeAnnouncement } from '../core/reply/announcement.ts'
import type { AmendNeeds } from '../jobs/amend.ts'
import { replySettings } from './answering.ts'
import type { Parts } from './parts.ts'
import { applyNeeds, replayUnder } from './replaying.ts'

/** What amends a call, wired to the real edges. */
export function amendNeeds(parts: Parts): AmendNeeds {
  const { config, clock, store } = parts
  const { amendments, decisions, applications, outbox, overview } = store.get()
  const apply = applyNeeds(parts)
  return {
    apply,
    announce: {
      record: apply.record,
      rewrite: outbox.rewrite,
      compose: told => composeAnnouncement({ ...told, composedAt: clock(), service: replySettings(parts).service }),
    },
    published: config.calls,
    amendments,
    rejudge: (calls, known) => replayUnder({ calls, known }, null, parts),
    records: { latestDecision: decisions.latest, rename: applications.rename, related: overview.relatedTo },
  }
}
