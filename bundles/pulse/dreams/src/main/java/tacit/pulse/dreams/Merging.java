package tacit.pulse.dreams;

import java.time.Instant;
import java.util.Comparator;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamCandidate.Quote;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamState;
import tacit.api.store.Session;

/** Lets an open candidate take up what another one of its fact rests on. Confined to one transaction. */
final class Merging {

    private final Session session;

    Merging(Session session) {
        this.session = session;
    }

    /** Newer words take the place of the older ones, until somebody has looked at them. */
    void merge(DreamCandidate open, DreamCandidate fresh, Instant now) {
        boolean newer = newest(fresh).isAfter(newest(open));
        int added = new QuoteRows(session).add(open, fresh.evidence());
        DreamDraft words = fresh.draft();
        if (newer && open.state() == DreamState.PROPOSED && open.edited() == null) {
            session.update(
                    "UPDATE dreaming_candidates SET action = ?, subject_id = ?, current_value = ?, proposed_value = ?,"
                            + " rationale = ?, updated_at = ? WHERE workspace_id = ? AND id = ? AND state = 'PROPOSED'"
                            + " AND edited_from IS NULL",
                    words.action().name(),
                    words.subjectId(),
                    words.currentValue(),
                    words.proposedValue(),
                    words.rationale(),
                    now,
                    open.workspaceId(),
                    open.id());
        }
        if (added > 0) {
            session.update(
                    "UPDATE dreaming_candidates SET confidence = ?, updated_at = ? WHERE workspace_id = ? AND id = ?",
                    Math.max(open.draft().confidence(), words.confidence()),
                    now,
                    open.workspaceId(),
                    open.id());
        }
    }

    private static Instant newest(DreamCandidate candidate) {
        return candidate.evidence().stream()
                .map(Quote::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
