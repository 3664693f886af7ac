package tacit.pulse.dreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.ingest.Redactor;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamCandidate.Quote;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamEntry;
import tacit.api.reflect.DreamEvidence;
import tacit.api.reflect.DreamFate;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingSituation;
import tacit.api.store.Database;
import tacit.api.store.Session;

/** Puts drafts into the queue: one open candidate of each fact, never what was turned down. Thread-safe. */
final class Proposing {

    private static final int MOST_OF_A_FACT = 50;
    private static final int MOST_FATES = 500;

    private final Database database;
    private final Redactor redactor;

    Proposing(Database database, Redactor redactor) {
        this.database = database;
        this.redactor = redactor;
    }

    /** What can become of a draft. */
    enum Fate {
        PROPOSED,
        MERGED,
        DROPPED
    }

    /**
     * What became of a draft.
     *
     * @param candidate the one that was proposed or took it up; empty when it was dropped
     * @param reason why it was dropped; empty when it was not
     */
    record Became(Fate fate, String candidate, String reason) {

        static Became dropped(String reason) {
            return new Became(Fate.DROPPED, "", reason);
        }
    }

    /** What became of an owner's last candidates. */
    List<DreamFate> fates(String workspaceId, @Nullable String owner) {
        return database.read(session -> new CandidateRows(session)
                .latest(workspaceId, owner == null ? CandidateRows.NOBODY : owner, MOST_FATES).stream()
                        .map(Proposing::fate)
                        .toList());
    }

    /** What it rests on was known when it was decided on, whatever the clocks of the runs say. */
    private static DreamFate fate(DreamCandidate candidate) {
        Instant reviewed = candidate.reviewedAt();
        Instant decided = reviewed == null ? candidate.createdAt() : reviewed;
        Instant newest = candidate.evidence().stream()
                .map(Quote::at)
                .max(Comparator.naturalOrder())
                .orElse(decided);
        return new DreamFate(
                candidate.draft().key(),
                candidate.state(),
                candidate.evidence().stream().map(Quote::kind).distinct().toList(),
                newest.isAfter(decided) ? newest : decided);
    }

    /** What the same run proposed before, and nobody has ended since, counts as proposed: a stop may have come in between. */
    Became propose(String run, DreamingSituation situation, DreamDraft draft) {
        Instant now = situation.now();
        List<DreamEvidence> evidence = evidence(situation, draft);
        if (evidence.isEmpty()) {
            return Became.dropped("no evidence");
        }
        if (draft.action() == DreamAction.TOPIC_PACK_UPDATE && situation.userId() != null) {
            return Became.dropped("a topic pack is for everybody, and this is a user's");
        }
        DreamCandidate candidate = candidate(run, situation, clean(draft), evidence, now);
        return database.write(session -> {
            CandidateRows rows = new CandidateRows(session);
            List<DreamCandidate> same = rows.of(
                    situation.workspaceId(),
                    CandidateRows.owner(candidate),
                    candidate.draft().key(),
                    MOST_OF_A_FACT);
            for (DreamCandidate before : same) {
                boolean holds = before.state() == DreamState.APPLIED
                        && before.draft()
                                .proposedValue()
                                .equals(candidate.draft().proposedValue());
                if (holds || fate(before).bars(evidence)) {
                    return Became.dropped(before.state().word() + " before as '" + before.id() + "'");
                }
            }
            if (rows.add(candidate)) {
                return new Became(Fate.PROPOSED, candidate.id(), "");
            }
            return same.stream()
                    .filter(before -> before.state().open())
                    .findFirst()
                    .map(open -> merged(session, open, candidate, now))
                    .orElseGet(() -> Became.dropped("somebody was quicker"));
        });
    }

    private static Became merged(Session session, DreamCandidate open, DreamCandidate candidate, Instant now) {
        new Merging(session).merge(open, candidate, now);
        return new Became(open.id().equals(candidate.id()) ? Fate.PROPOSED : Fate.MERGED, open.id(), "");
    }

    private static List<DreamEvidence> evidence(DreamingSituation situation, DreamDraft draft) {
        Map<String, DreamEvidence> all = new HashMap<>();
        for (DreamEntry entry : situation.entries()) {
            String id = "memory:" + entry.id();
            all.put(
                    id,
                    DreamEvidence.of(
                            id,
                            DreamEvidence.Kind.OBSERVATION,
                            entry.text(),
                            entry.at(),
                            tacit.api.memory.TrustLane.INFERENCE));
        }
        situation.evidence().forEach(one -> all.put(one.id(), one));
        List<DreamEvidence> cited = new ArrayList<>();
        for (String id : draft.evidence()) {
            DreamEvidence one = all.get(id);
            if (one != null && cited.size() < QuoteRows.MOST) {
                cited.add(one);
            }
        }
        return cited;
    }

    private DreamDraft clean(DreamDraft draft) {
        String current = draft.currentValue();
        return new DreamDraft(
                Gathering.bounded(draft.key(), MOST_KEY),
                draft.action(),
                draft.subjectId(),
                current == null ? null : clean(current, DreamDraft.LONGEST_VALUE),
                clean(draft.proposedValue(), DreamDraft.LONGEST_VALUE),
                clean(draft.rationale(), DreamDraft.LONGEST_RATIONALE),
                draft.confidence(),
                draft.evidence());
    }

    private static final int MOST_KEY = 400;

    /** A text without secrets, bounded. */
    String clean(String text, int most) {
        return Gathering.bounded(redactor.redact(text).text(), most);
    }

    private DreamCandidate candidate(
            String run, DreamingSituation situation, DreamDraft draft, List<DreamEvidence> evidence, Instant now) {
        String owner = situation.userId() == null ? CandidateRows.NOBODY : situation.userId();
        return new DreamCandidate(
                "dc" + Digest.of(run, owner, draft.key()),
                run,
                situation.workspaceId(),
                situation.userId(),
                draft,
                null,
                DreamState.PROPOSED,
                evidence.stream().map(this::quote).toList(),
                null,
                null,
                null,
                now,
                now,
                null,
                null);
    }

    private Quote quote(DreamEvidence one) {
        String line = one.text().strip().replaceAll("\\s+", " ");
        return new Quote(one.id(), one.kind(), clean(line, Quote.LONGEST_SNIPPET), one.at());
    }
}
