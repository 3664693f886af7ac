package tacit.pulse.mind.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionJudgement.Permission;
import tacit.api.reflect.ReflectionJudgement.Risk;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** Looks up runs. Confined to one transaction. */
public final class RunRows {

    private final Session session;

    public RunRows(Session session) {
        this.session = session;
    }

    public Optional<ReflectionRun> find(String id) {
        return session.selectOne("SELECT * FROM mind_runs WHERE id = ?", RunRows::run, id);
    }

    public Page<ReflectionRun> list(
            @Nullable String profile, @Nullable String target, @Nullable Stage stage, PageRequest page) {
        return new Where()
                .and("profile_id", profile)
                .and("target_key", target)
                .and("stage", stage)
                .page(session, "mind_runs", "sequence DESC", RunRows::run, page);
    }

    /** The newest of a target with that evidence, unless it failed. */
    public Optional<ReflectionRun> same(String profile, String target, String fingerprint) {
        return session
                .select(
                        "SELECT * FROM mind_runs WHERE profile_id = ? AND target_key = ? ORDER BY sequence DESC LIMIT 1",
                        RunRows::run,
                        profile,
                        target)
                .stream()
                .filter(run ->
                        run.fingerprint().equals(fingerprint) && run.stage().ended() && run.stage() != Stage.FAILED)
                .findFirst();
    }

    /** Those that go on, the oldest first. */
    public List<ReflectionRun> open() {
        return session.select("SELECT * FROM mind_runs WHERE open_key IS NOT NULL ORDER BY sequence", RunRows::run);
    }

    /** The one of a target that goes on. */
    public Optional<ReflectionRun> openOf(String profile, String target) {
        return session.selectOne(
                "SELECT * FROM mind_runs WHERE open_key = ?", RunRows::run, Digest.of(profile, target));
    }

    /** Those that ended and of which not everything was told, the oldest first. */
    public List<ReflectionRun> unsettled() {
        return session.select(
                "SELECT * FROM mind_runs WHERE settled = FALSE AND open_key IS NULL ORDER BY sequence", RunRows::run);
    }

    /** How many runs there are by what they came to. */
    public Map<String, Long> outcomes(String profile) {
        Map<String, Long> counts = new HashMap<>();
        session.select(
                        "SELECT outcome, COUNT(*) AS runs FROM mind_runs WHERE profile_id = ? AND outcome IS NOT NULL"
                                + " GROUP BY outcome",
                        row -> Map.entry(row.text("outcome").toLowerCase(Locale.ROOT), row.number("runs")),
                        profile)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    static ReflectionRun run(Row row) {
        return new ReflectionRun(
                row.text("id"),
                row.text("profile_id"),
                row.optionalText("workspace_id").orElse(null),
                row.text("target_key"),
                row.text("fingerprint"),
                row.text("reason"),
                Stage.valueOf(row.text("stage")),
                row.optionalText("outcome").map(Outcome::valueOf).orElse(null),
                row.text("summary"),
                row.optionalText("error").orElse(null),
                row.optionalText("winner").orElse(null),
                row.optionalText("dispatch_kind").orElse(null),
                row.optionalText("dispatch_id").orElse(null),
                row.optionalText("dispatch_status").orElse(null),
                row.optionalReal("confidence").orElse(null),
                row.optionalText("risk").map(Risk::valueOf).orElse(null),
                row.optionalText("permission").map(Permission::valueOf).orElse(null),
                row.optionalText("trace_id").orElse(null),
                row.time("created_at"),
                row.optionalTime("ended_at").orElse(null));
    }
}
