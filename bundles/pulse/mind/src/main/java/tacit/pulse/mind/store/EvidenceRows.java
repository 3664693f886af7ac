package tacit.pulse.mind.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.Session;

/** The evidence of runs. Confined to one transaction. */
public final class EvidenceRows {

    private static final List<String> COLUMNS = List.of(
            "run_id",
            "place",
            "id",
            "type",
            "actionable",
            "weight",
            "fingerprint",
            "words",
            "subject",
            "reference",
            "created_at");

    private final Session session;

    public EvidenceRows(Session session) {
        this.session = session;
    }

    public void add(String run, List<ReflectionEvidence> evidence) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ReflectionEvidence piece : evidence) {
            rows.add(new @Nullable Object[] {
                run,
                (long) rows.size(),
                piece.id(),
                piece.type().name(),
                piece.actionable(),
                piece.weight(),
                piece.fingerprint(),
                piece.text(),
                piece.subject(),
                piece.reference(),
                piece.createdAt()
            });
        }
        if (!rows.isEmpty()) {
            session.insertAbsent("mind_evidence", COLUMNS, rows);
        }
    }

    public List<ReflectionEvidence> of(String run) {
        return session.select(
                "SELECT * FROM mind_evidence WHERE run_id = ? ORDER BY place",
                row -> new ReflectionEvidence(
                        row.text("id"),
                        ReflectionEvidence.Type.valueOf(row.text("type")),
                        row.truth("actionable"),
                        row.real("weight"),
                        row.text("fingerprint"),
                        row.text("words"),
                        row.text("subject"),
                        row.optionalText("reference").orElse(null),
                        row.time("created_at")),
                run);
    }

    /** What was seen of things whose references begin so, each text once. */
    public List<String> words(String kind, Predicate<String> id) {
        return session
                .select(
                        "SELECT DISTINCT reference, words FROM mind_evidence WHERE reference LIKE ?",
                        row -> List.of(row.text("reference"), row.text("words")),
                        kind + "%")
                .stream()
                .filter(row -> id.test(row.get(0).substring(kind.length())))
                .map(row -> row.get(1))
                .distinct()
                .toList();
    }
}
