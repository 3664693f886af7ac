package tacit.learn.clusters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.learn.Signature;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** The rows of failures and of the families that they are in. Confined to one transaction. */
final class Failures {

    private static final List<String> COLUMNS = List.of(
            "id",
            "user_id",
            "trace_id",
            "task_key",
            "detector",
            "span_id",
            "failure_class",
            "category",
            "severity",
            "confidence",
            "reason",
            "evidence",
            "code",
            "operation",
            "tool",
            "template",
            "stage",
            "signature_category",
            "tokens",
            "duration_micros",
            "occurred_at");

    static final String JOINED = " ON m.workspace_id = f.workspace_id AND m.failure_id = f.id";

    /** HSQLDB begins with the first table that is named: this one for those of chosen failures. */
    static final String OF_FAILURES = " FROM failures f JOIN cluster_members m" + JOINED;

    /** The same for those of a chosen family. */
    static final String OF_FAMILY = " FROM cluster_members m JOIN failures f" + JOINED;

    /** What a query must select for {@link #read}. */
    static final String SELECTED =
            "SELECT f." + String.join(", f.", COLUMNS) + ", m.cluster_id, m.similarity, m.joined_by";

    private final Session session;
    private final String workspace;

    Failures(Session session, String workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** Gives the members that an older version wrote what their failures say; answers how many there were. */
    int fill() {
        return session.update(
                "UPDATE cluster_members SET (user_id, trace_id, tokens, duration_micros, occurred_at, critical) = ("
                        + "SELECT f.user_id, f.trace_id, f.tokens, f.duration_micros, f.occurred_at,"
                        + " CASE WHEN f.severity = 'CRITICAL' THEN TRUE ELSE FALSE END FROM failures f"
                        + " WHERE f.workspace_id = cluster_members.workspace_id AND f.id = cluster_members.failure_id)"
                        + " WHERE workspace_id = ? AND trace_id IS NULL",
                workspace);
    }

    List<Member> ofTraces(Collection<String> traceIds) {
        return select("f.trace_id", traceIds);
    }

    List<Member> find(Collection<String> ids) {
        return select("f.id", ids);
    }

    void add(List<Member> members) {
        List<@Nullable Object[]> failures = new ArrayList<>();
        List<@Nullable Object[]> families = new ArrayList<>();
        for (Member member : members) {
            failures.add(row(member));
            families.add(new @Nullable Object[] {
                workspace,
                member.failure().id(),
                member.clusterId(),
                member.similarity(),
                member.joinedBy(),
                member.userId(),
                member.failure().traceId(),
                member.failure().tokens(),
                member.failure().duration().toNanos() / 1000,
                member.failure().occurredAt(),
                member.failure().finding().severity() == Severity.CRITICAL
            });
        }
        String marks = ", ?".repeat(COLUMNS.size());
        session.batch(
                "INSERT INTO failures (workspace_id, " + String.join(", ", COLUMNS) + ") VALUES (?" + marks + ")",
                failures);
        session.batch(
                "INSERT INTO cluster_members (workspace_id, failure_id, cluster_id, similarity, joined_by, user_id,"
                        + " trace_id, tokens, duration_micros, occurred_at, critical)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                families);
    }

    void remove(List<Member> members) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        members.forEach(member ->
                rows.add(new @Nullable Object[] {workspace, member.failure().id()}));
        session.batch("DELETE FROM cluster_members WHERE workspace_id = ? AND failure_id = ?", rows);
        session.batch("DELETE FROM failures WHERE workspace_id = ? AND id = ?", rows);
    }

    /** Moves these members to another family, by the word of an operator. */
    void move(Collection<String> ids, String clusterId) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(new @Nullable Object[] {clusterId, workspace, id}));
        session.batch(
                "UPDATE cluster_members SET cluster_id = ?, similarity = 1, joined_by = 'operator'"
                        + " WHERE workspace_id = ? AND failure_id = ?",
                rows);
    }

    /** Moves all members of one family to another one, by the word of an operator. */
    void moveAll(String from, String to) {
        session.update(
                "UPDATE cluster_members SET cluster_id = ?, joined_by = 'operator'"
                        + " WHERE workspace_id = ? AND cluster_id = ?",
                to,
                workspace,
                from);
    }

    static Member read(Row row) {
        return new Member(
                failure(row),
                row.text("cluster_id"),
                row.real("similarity"),
                row.text("joined_by"),
                row.optionalText("user_id").orElse(null));
    }

    private List<Member> select(String column, Collection<String> keys) {
        List<Member> members = new ArrayList<>();
        for (List<String> some : Chunks.of(keys)) {
            members.addAll(session.select(
                    Chunks.lookUps(SELECTED + OF_FAILURES + " WHERE f.workspace_id = ? AND " + column + " = ?", some),
                    Failures::read,
                    Chunks.parameters(workspace, some)));
        }
        return members;
    }

    private static FailureRecord failure(Row row) {
        Finding finding = new Finding(
                row.optionalText("span_id").orElse(null),
                row.text("category"),
                FailureClass.valueOf(row.text("failure_class")),
                Severity.valueOf(row.text("severity")),
                row.real("confidence"),
                row.text("reason"),
                row.text("evidence"),
                row.optionalText("code").orElse(null));
        Signature signature = new Signature(
                row.text("operation"),
                row.optionalText("tool").orElse(null),
                row.text("signature_category"),
                row.text("template"),
                row.text("stage"));
        return new FailureRecord(
                row.text("id"),
                row.text("trace_id"),
                row.optionalText("task_key").orElse(null),
                row.text("detector"),
                finding,
                signature,
                row.number("tokens"),
                Duration.ofNanos(Math.multiplyExact(row.number("duration_micros"), 1000L)),
                row.optionalTime("occurred_at").orElse(null));
    }

    private @Nullable Object[] row(Member member) {
        FailureRecord failure = member.failure();
        Finding finding = failure.finding();
        Signature signature = failure.signature();
        return new @Nullable Object[] {
            workspace,
            failure.id(),
            member.userId(),
            failure.traceId(),
            failure.taskKey(),
            failure.detector(),
            finding.spanId(),
            finding.failureClass().name(),
            finding.category(),
            finding.severity().name(),
            finding.confidence(),
            finding.reason(),
            finding.evidence(),
            finding.code(),
            signature.operation(),
            signature.tool(),
            signature.template(),
            signature.stage(),
            signature.category(),
            failure.tokens(),
            failure.duration().toNanos() / 1000,
            failure.occurredAt()
        };
    }
}
