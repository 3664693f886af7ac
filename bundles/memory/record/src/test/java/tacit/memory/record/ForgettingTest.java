package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.WORKSPACE;
import static tacit.memory.record.Samples.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryScope;
import tacit.api.store.Scope;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.evidence.trace.TraceTexts;
import tacit.runtime.testkit.Configurations;
import tacit.store.hsqldb.HsqldbDataSource;
import tacit.store.sql.SqlDatabase;

/** Looks into the files of a real database. */
class ForgettingTest {

    private static final String SECRET = "Zebra-Xylophon trinkt nur Oolong";
    private static final String LATER = "Quagga-Vibraphon mag jetzt Sencha";
    private static final Scope USER = new Scope(WORKSPACE, "u1");

    @TempDir
    Path directory;

    @Test
    void leavesNoByteOfAUserInAnyFile() throws Exception {
        inDatabase((source, database) -> {
            SqlTraceStore traces = new SqlTraceStore(database);
            SqlMemoryStore store = new SqlMemoryStore(database, CLOCK);
            try (ThreadCourier courier = new ThreadCourier(database, store, Duration.ofHours(1))) {
                courier.addCopies(new ListCopies());
                courier.addTexts(new TraceTexts(database, traces));
                traces.append(USER, List.of(told("t1", "u1")));
                traces.append(SCOPE, List.of(told("t2", null)));
                String id = store.add(draft(SECRET, MemoryScope.ofUser("u1"), SECRET, "t1"))
                        .record()
                        .id();
                store.change(
                        SCOPE,
                        id,
                        MemoryChange.NONE.withText(LATER, LATER).withAttributes(new TreeMap<>(Map.of("note", SECRET))));
                assertThat(filesWith(SECRET)).isNotEmpty();

                assertThat(store.clear(USER)).isEqualTo(1);
                assertThat(traces.find(SCOPE, "t1").orElseThrow().spans())
                        .allMatch(span -> String.valueOf(span.input()).startsWith("[deleted sha256:"));
                assertThat(traces.find(SCOPE, "t2").orElseThrow().spans().get(0).output())
                        .startsWith("He said: [deleted sha256:");
            }
            defragment(source);
            assertThat(filesWith(SECRET)).isEmpty();
            assertThat(filesWith(LATER)).isEmpty();
        });
        assertThat(filesWith(SECRET)).isEmpty();
        assertThat(filesWith(LATER)).isEmpty();
    }

    @Test
    void keepsTheEvidenceWhereOnlyTheMemoryIsDeleted() throws Exception {
        inDatabase((source, database) -> {
            SqlTraceStore traces = new SqlTraceStore(database);
            SqlMemoryStore store = new SqlMemoryStore(database, CLOCK);
            try (ThreadCourier courier = new ThreadCourier(database, store, Duration.ofHours(1))) {
                courier.addTexts(new TraceTexts(database, traces));
                traces.append(USER, List.of(told("t1", "u1")));
                String id = store.add(draft(LATER, MemoryScope.ofUser("u1"), null, "t1"))
                        .record()
                        .id();

                store.delete(SCOPE, List.of(id), false);
            }
            defragment(source);
            assertThat(filesWith(LATER)).isEmpty();
            assertThat(traces.find(SCOPE, "t1").orElseThrow().spans().get(0).output())
                    .contains(SECRET);
        });
    }

    private static TraceUpdate told(String id, @Nullable String user) {
        Span span = Span.builder("s1", "chat", "chat")
                .input("{\"messages\":[\"" + SECRET + "\"]}")
                .output("He said: " + SECRET)
                .attributes(Map.of("gen_ai.prompt", SECRET))
                .build();
        Trace trace = Trace.builder(id).workspaceId(WORKSPACE).userId(user).build();
        return new TraceUpdate(trace, List.of(span), List.of());
    }

    private interface Use {
        void use(HsqldbDataSource source, SqlDatabase database) throws Exception;
    }

    private void inDatabase(Use use) throws Exception {
        HsqldbDataSource source = new HsqldbDataSource(
                Configurations.of(HsqldbDataSource.Config.class, Map.of("directory", directory.toString())));
        try (SqlDatabase database =
                new SqlDatabase(source, CLOCK, Configurations.of(SqlDatabase.Config.class, Map.of()))) {
            use.use(source, database);
        } finally {
            source.close();
        }
    }

    private static void defragment(HsqldbDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT DEFRAG");
        }
    }

    private List<String> filesWith(String text) throws IOException {
        List<String> hits = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (var encoding : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE)) {
                    if (new String(bytes, encoding).contains(text)) {
                        hits.add(file.getFileName().toString());
                    }
                }
            }
        }
        return hits;
    }
}
