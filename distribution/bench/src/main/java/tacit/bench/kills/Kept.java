package tacit.bench.kills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.ExperimentState;
import tacit.api.store.Session;
import tacit.bench.BenchStore;

/**
 * What the database of a host that is gone holds of experiments. Immutable.
 *
 * @param experiments all of them
 * @param steps of all of them, in order
 * @param places that are claimed: how many, by experiment
 * @param comparisons with live runs
 * @param audits the audit log
 * @param traces ids of the runs that are evidence
 * @param cases questions that are asked of candidates
 */
record Kept(
        List<One> experiments,
        List<Step> steps,
        Map<String, Long> places,
        List<Comparison> comparisons,
        List<Audit> audits,
        Set<String> traces,
        long cases) {

    private static final ObjectMapper JSON = new ObjectMapper();

    record One(
            String id,
            ExperimentState state,
            long version,
            @Nullable Long generation) {}

    record Step(String id, long version, @Nullable ExperimentState from, ExperimentState to, String by) {}

    /**
     * A canary or a watch.
     *
     * @param told runs that its tests say were counted
     * @param counted ids of those that are written down as counted
     */
    record Comparison(String id, String experimentId, String kind, String state, long told, Set<String> counted) {}

    record Audit(long number, String action, String subject, String details) {}

    /** Opens a copy of the database, so that the host recovers from the very files that the kill left. */
    static Kept read(Path data, Path scratch) throws IOException {
        Path from = data.resolve("db");
        Files.createDirectories(scratch);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, scratch.resolve(file.getFileName()));
            }
        }
        try (BenchStore store = BenchStore.open(scratch)) {
            return store.database().read(Kept::read);
        }
    }

    private static Kept read(Session session) {
        List<One> experiments = session.select(
                "SELECT id, state, version, generation FROM experiments ORDER BY created_at, id",
                row -> new One(
                        row.text("id"),
                        ExperimentState.valueOf(row.text("state")),
                        row.number("version"),
                        row.optionalNumber("generation").orElse(null)));
        List<Step> steps = session.select(
                "SELECT experiment_id, version, from_state, to_state, actor FROM experiment_steps"
                        + " ORDER BY experiment_id, version",
                row -> new Step(
                        row.text("experiment_id"),
                        row.number("version"),
                        row.optionalText("from_state")
                                .map(ExperimentState::valueOf)
                                .orElse(null),
                        ExperimentState.valueOf(row.text("to_state")),
                        row.text("actor")));
        Map<String, Long> places =
                session.select("SELECT experiment_id FROM experiment_places", row -> row.text("experiment_id")).stream()
                        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        List<Audit> audits = session.select(
                "SELECT entry_no, action_name, subject, details FROM audit_entry ORDER BY entry_no",
                row -> new Audit(
                        row.number("entry_no"), row.text("action_name"), row.text("subject"), row.text("details")));
        Set<String> traces = new HashSet<>(session.select("SELECT trace_id FROM traces", row -> row.text("trace_id")));
        long cases = session.selectOne("SELECT COUNT(*) AS n FROM replay_cases", row -> row.number("n"))
                .orElse(0L);
        return new Kept(experiments, steps, places, comparisons(session), audits, traces, cases);
    }

    private static List<Comparison> comparisons(Session session) {
        return session.select(
                "SELECT id, experiment_id, kind, state FROM live_comparisons ORDER BY started_at, id", row -> {
                    String id = row.text("id");
                    long told = session
                            .select(
                                    "SELECT test FROM live_tests WHERE comparison_id = ?",
                                    test -> test.text("test"),
                                    id)
                            .stream()
                            .mapToLong(Kept::told)
                            .sum();
                    Set<String> counted = new HashSet<>(session.select(
                            "SELECT trace_id FROM live_runs WHERE comparison_id = ?", run -> run.text("trace_id"), id));
                    return new Comparison(
                            id, row.text("experiment_id"), row.text("kind"), row.text("state"), told, counted);
                });
    }

    private static long told(String test) {
        try {
            JsonNode totals = JSON.readTree(test).path("totals");
            return totals.path("baseline").path("cases").asLong()
                    + totals.path("candidate").path("cases").asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a sequential test", e);
        }
    }
}
