package tacit.pulse.dreams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamCandidate.Quote;
import tacit.api.reflect.DreamEvidence;
import tacit.api.store.Session;

/** The rows of what candidates rest on. Confined to one transaction. */
final class QuoteRows {

    /** The most pieces of evidence that a candidate keeps. */
    static final int MOST = 24;

    private final Session session;

    QuoteRows(Session session) {
        this.session = session;
    }

    /** Adds what is not there yet, as far as there is room; answers how many. */
    int add(DreamCandidate candidate, List<Quote> evidence) {
        long there = session.selectOne(
                        "SELECT COUNT(*) AS many FROM dreaming_evidence WHERE candidate_id = ?",
                        row -> row.number("many"),
                        candidate.id())
                .orElse(0L);
        List<String> known = of(candidate.id()).stream().map(Quote::id).toList();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Quote quote : evidence) {
            if (!known.contains(quote.id()) && there + rows.size() < MOST) {
                rows.add(new Object[] {
                    candidate.id(),
                    quote.id(),
                    candidate.workspaceId(),
                    word(quote.kind()),
                    quote.snippet(),
                    quote.at(),
                    there + rows.size()
                });
            }
        }
        if (!rows.isEmpty()) {
            session.insertAbsent(
                    "dreaming_evidence",
                    List.of("candidate_id", "evidence_id", "workspace_id", "kind", "snippet", "said_at", "place"),
                    rows);
        }
        return rows.size();
    }

    List<Quote> of(String candidateId) {
        return session.select(
                "SELECT * FROM dreaming_evidence WHERE candidate_id = ? ORDER BY place",
                row -> new Quote(
                        row.text("evidence_id"),
                        kind(row.text("evidence_id"), row.text("kind")),
                        row.text("snippet"),
                        row.time("said_at")),
                candidateId);
    }

    // The table knows no cycles: they are steps of the core's own runs there, and their ids tell them
    private static String word(DreamEvidence.Kind kind) {
        return (kind == DreamEvidence.Kind.CYCLE ? DreamEvidence.Kind.SPAN : kind).name();
    }

    private static DreamEvidence.Kind kind(String id, String word) {
        return id.startsWith(CycleDrafts.CYCLE) ? DreamEvidence.Kind.CYCLE : DreamEvidence.Kind.valueOf(word);
    }
}
