package tacit.pulse.mind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionTarget.Kind;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.pulse.mind.seen.Sighting;
import tacit.pulse.mind.store.Digest;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class MindForgettingTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final List<String> TABLES = List.of(
            "mind_targets",
            "mind_runs",
            "mind_evidence",
            "mind_hypotheses",
            "mind_critiques",
            "mind_backlog",
            "mind_journal",
            "mind_notices",
            "mind_dreams",
            "mind_memories");

    @TempDir
    Path folder;

    private final Database database;
    private Rig rig;
    private SqlTraceStore traces;
    private MindForgetting forgetting;

    MindForgettingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        rig = new Rig(database, folder);
        traces = new SqlTraceStore(database);
        forgetting = new MindForgetting(database, rig.shelf, traces);
    }

    /** How many rows of each table hold the word in any of their texts. */
    private Map<String, Integer> holding(String word) {
        Map<String, Integer> holding = new TreeMap<>();
        for (String table : TABLES) {
            int count = database
                    .read(session -> session.select("SELECT * FROM " + table, row -> texts(table, row::optionalText)
                            .contains(word)))
                    .stream()
                    .mapToInt(held -> held ? 1 : 0)
                    .sum();
            if (count > 0) {
                holding.put(table, count);
            }
        }
        return holding;
    }

    private static String texts(String table, Function<String, Optional<String>> row) {
        List<String> columns =
                switch (table) {
                    case "mind_targets" -> List.of("label", "last_outcome", "last_winner");
                    case "mind_runs" -> List.of("summary", "error", "winner", "foreseen", "reason");
                    case "mind_hypotheses" -> List.of("title", "statement", "prompt", "steps", "scored", "why_not");
                    case "mind_backlog" -> List.of("title", "summary", "action", "prompt", "reason");
                    case "mind_journal" -> List.of("summary", "outcome");
                    case "mind_notices" -> List.of("title", "words", "reason");
                    case "mind_dreams" -> List.of("digest", "proposals");
                    default -> List.of("words");
                };
        StringBuilder all = new StringBuilder();
        columns.forEach(column -> all.append(row.apply(column).orElse("")).append('\n'));
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private List<String> filesWith(String word) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> found = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains(word)) {
                    found.add(file.toString());
                }
            }
            return found;
        }
    }

    @Test
    void takesWordsFromEveryTableAndFile() throws IOException {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails: " + SECRET);
        rig.reflect();
        assertThat(holding("giraffe")).containsKeys("mind_evidence", "mind_hypotheses", "mind_runs");
        assertThat(filesWith("giraffe")).isNotEmpty();

        assertThat(forgetting.forget(Scope.ofWorkspace("elsewhere"), List.of(), List.of("not said")))
                .isZero();
        assertThat(forgetting.forget(Scope.ofWorkspace("shop"), List.of(), List.of(SECRET)))
                .isPositive();

        assertThat(holding("giraffe")).isEmpty();
        assertThat(filesWith("giraffe")).isEmpty();
        assertThat(holding("cancel_order")).isNotEmpty();
        assertThat(forgetting.forget(Scope.ofWorkspace("shop"), List.of(), List.of(SECRET)))
                .isZero();
    }

    @Test
    void filesThatWereChangedStillGoWithTheProfile() throws IOException {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails: " + SECRET);
        rig.reflect();
        forgetting.forget(Scope.ofWorkspace("shop"), List.of(), List.of(SECRET));

        rig.shelf.clear("ops");

        assertThat(filesWith("")).isEmpty();
    }

    @Test
    void whatWasSeenOfAUsersRunsGoesFromWhereItIsQuoted() throws IOException {
        traces.append(
                Scope.ofWorkspace("shop"),
                List.of(new TraceUpdate(Trace.builder("t1").userId("nora").build(), List.of(), List.of())));
        rig.sightings.add(new Sighting(
                "workspace:shop",
                Kind.WORKSPACE,
                "the workspace shop",
                ReflectionEvidence.Type.FAILURE_CLUSTER,
                true,
                Digest.ofText("x"),
                "cancel_order fails for the violet giraffe of Mombasa",
                "task:x",
                "trace:t1",
                rig.now));
        rig.reflect();
        assertThat(holding("giraffe")).isNotEmpty();

        forgetting.forgetUser(new Scope("shop", "ben"));
        assertThat(holding("giraffe")).isNotEmpty();
        forgetting.forgetUser(new Scope("shop", "nora"));

        assertThat(holding("giraffe")).isEmpty();
        assertThat(filesWith("giraffe")).isEmpty();
    }

    @Test
    void whatQuotesAUserGoes() throws IOException {
        rig.sees(ReflectionEvidence.Type.MAILBOX_EVENT, true, "Please answer: violet GIRAFFE of mombasa sings before");
        rig.reflect();

        forgetting.forgetQuotes(Scope.ofWorkspace("shop"), List.of(SECRET));

        assertThat(holding("giraffe")).isEmpty();
        assertThat(filesWith("giraffe")).isEmpty();
        assertThat(forgetting.name()).isEqualTo("core reflections");
    }
}
