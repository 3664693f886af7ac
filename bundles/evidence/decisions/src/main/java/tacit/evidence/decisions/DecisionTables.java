package tacit.evidence.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.Decision;
import tacit.api.harness.Situation;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of decisions in one transaction. */
final class DecisionTables {

    private static final String SELECT = "SELECT d.decision_id, d.role_name, t.method, t.inputs, t.clock, t.seed,"
            + " t.inner_calls, t.output, t.provider_sha256, t.generation, t.took, t.redactions"
            + " FROM decisions d JOIN decision_texts t ON t.decision_no = d.decision_no";

    private final Session session;
    private final JsonFactory factory;

    DecisionTables(Session session, JsonFactory factory) {
        this.session = session;
        this.factory = factory;
    }

    /** Adds the decisions that are not there yet. */
    void insert(List<Decision> decisions) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        for (Decision decision : decisions) {
            Situation asked = decision.situation();
            keys.add(new @Nullable Object[] {decision.id(), asked.role(), asked.clock()});
        }
        boolean[] added = session.insertAbsent("decisions", List.of("decision_id", "role_name", "decided_at"), keys);
        List<@Nullable Object[]> texts = new ArrayList<>();
        for (int i = 0; i < added.length; i++) {
            if (added[i]) {
                texts.add(texts(decisions.get(i)));
            }
        }
        session.batch("INSERT INTO decision_texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", texts);
    }

    private @Nullable Object[] texts(Decision decision) {
        Situation asked = decision.situation();
        return new @Nullable Object[] {
            number(decision.id()),
            asked.method(),
            asked.inputs(),
            asked.clock().toString(),
            asked.seed(),
            InnerCalls.text(factory, asked.inner()),
            decision.output(),
            decision.providerSha256(),
            decision.generation(),
            decision.took().toString(),
            decision.redactions()
        };
    }

    private long number(String id) {
        String sql = "SELECT decision_no FROM decisions WHERE decision_id = ?";
        return session.selectOne(sql, row -> row.number("decision_no"), id).orElseThrow();
    }

    Optional<Decision> find(String id) {
        return session.selectOne(SELECT + " WHERE d.decision_id = ?", this::decision, id);
    }

    List<Decision> list(String role, PageRequest page) {
        String order = " ORDER BY d.decision_no DESC LIMIT ? OFFSET ?";
        return role.isEmpty()
                ? session.select(SELECT + order, this::decision, page.limit(), page.offset())
                : session.select(
                        SELECT + " WHERE d.role_name = ?" + order, this::decision, role, page.limit(), page.offset());
    }

    /** Decisions of a role within a time, the newest first. */
    List<Decision> between(String role, Instant from, Instant until, int limit) {
        return session.select(
                SELECT + " WHERE d.role_name = ? AND d.decided_at >= ? AND d.decided_at <= ?"
                        + " ORDER BY d.decided_at DESC, d.decision_no DESC LIMIT ?",
                this::decision,
                role,
                from,
                until,
                limit);
    }

    long count(String role) {
        String sql = "SELECT COUNT(*) AS n FROM decisions";
        return (role.isEmpty()
                        ? session.selectOne(sql, row -> row.number("n"))
                        : session.selectOne(sql + " WHERE role_name = ?", row -> row.number("n"), role))
                .orElseThrow();
    }

    List<String> roles() {
        return session.select("SELECT DISTINCT role_name FROM decisions", row -> row.text("role_name"));
    }

    /** Removes decisions from before this time, the oldest first; answers how many. */
    int removeBefore(Instant time, int limit) {
        String sql = "SELECT decision_no FROM decisions WHERE decided_at < ? ORDER BY decided_at LIMIT ?";
        return remove(session.select(sql, row -> row.number("decision_no"), time, limit));
    }

    /** Removes decisions of a role beyond the newest ones, the oldest first; answers how many. */
    int removeBeyond(String role, long most, int limit) {
        long excess = Math.min(limit, count(role) - most);
        if (excess <= 0) {
            return 0;
        }
        String sql = "SELECT decision_no FROM decisions WHERE role_name = ? ORDER BY decision_no LIMIT ?";
        return remove(session.select(sql, row -> row.number("decision_no"), role, excess));
    }

    private int remove(List<Long> numbers) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        numbers.forEach(number -> keys.add(new @Nullable Object[] {number}));
        session.batch("DELETE FROM decision_texts WHERE decision_no = ?", keys);
        session.batch("DELETE FROM decisions WHERE decision_no = ?", keys);
        return keys.size();
    }

    private Decision decision(Row row) {
        Situation asked = new Situation(
                row.text("role_name"),
                row.text("method"),
                row.text("inputs"),
                Instant.parse(row.text("clock")),
                row.number("seed"),
                InnerCalls.of(factory, row.text("inner_calls")));
        return new Decision(
                row.text("decision_id"),
                asked,
                row.text("output"),
                row.text("provider_sha256"),
                row.number("generation"),
                Duration.parse(row.text("took")),
                (int) row.number("redactions"));
    }
}
