package tacit.runtime.itest.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tacit.adapt.records.SqlStateStore;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Decision;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WriteGate;
import tacit.api.model.Completion;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SearchQuery;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.evidence.decisions.SqlDecisionLog;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.gate.SqlWriteGate;
import tacit.memory.index.LuceneIndex;
import tacit.memory.record.MemoryDocuments;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.FolderFiles;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.FreshIndex;
import tacit.runtime.testkit.TestDatabase;
import tacit.surface.access.SqlAuditLog;

/** The services that providers may ask, as the host has them: a database, folders, an index. Confined to one test. */
final class RealStores implements AutoCloseable {

    static final List<String> WORKSPACES = List.of("probe", "home");
    static final Instant BEGIN = Instant.parse("2026-01-05T12:00:00Z");

    private final TestDatabase database = Engine.HSQLDB.open();
    private final Clock clock = new TickingClock(BEGIN);
    private final Path folder;
    private final LuceneIndex lucene;
    private final Map<Class<?>, Object> services;

    RealStores(Path folder) throws IOException {
        this.folder = folder;
        Database sql = database.database();
        SqlAuditLog audit = new SqlAuditLog(sql, clock);
        PatternRedactor redactor = new PatternRedactor();
        SqlTraceStore traces = new SqlTraceStore(sql);
        SqlMemoryStore store = new SqlMemoryStore(sql, clock, redactor, traces, audit);
        SqlWorkspaces workspaces = new SqlWorkspaces(sql);
        FolderFiles files = new FolderFiles(workspaces::folder, 1_000_000);
        bind(store, "files", files);
        lucene = new LuceneIndex(folder.resolve("index"), List.of(), clock, Duration.ofHours(1));
        services = Map.of(
                TraceStore.class,
                traces,
                MemoryStore.class,
                store,
                WorkspaceFiles.class,
                files,
                WriteGate.class,
                new SqlWriteGate(sql, audit, redactor, clock, new SqlWriteGate.Rule("off", 100, name -> null)),
                SearchIndex.class,
                new FreshIndex(lucene, documents(new MemoryDocuments(sql, store))),
                StateStore.class,
                new SqlStateStore(sql, redactor, clock),
                Clock.class,
                clock,
                Completion.class,
                model());
        for (String workspace : WORKSPACES) {
            workspaces.attach(workspace, Seed.folder(folder.resolve(workspace)).toString());
            Seed.runs(traces, workspace);
            lucene.put(Seed.documents(workspace));
        }
    }

    /** A model that says the same whatever it is asked. */
    private static Completion model() {
        return new Completion() {

            @Override
            public String model() {
                return "parrot";
            }

            @Override
            public String complete(String tier, String prompt, int mostCharacters) {
                return "[{\"title\":\"Look\",\"statement\":\"It may matter\",\"confidence\":0.4,\"evidence\":[\"e1\"]}]";
            }
        };
    }

    /** Those of the memories, and those of the runs that were there from the begin. */
    private static DocumentSource documents(DocumentSource memories) {
        return new DocumentSource() {

            @Override
            public String name() {
                return memories.name();
            }

            @Override
            public void read(Consumer<List<SearchDocument>> batch) {
                memories.read(batch);
                WORKSPACES.forEach(workspace -> batch.accept(Seed.documents(workspace)));
            }
        };
    }

    /** As Declarative Services do. */
    private static void bind(Object component, String reference, Object service) {
        try {
            Field field = component.getClass().getDeclaredField(reference);
            field.setAccessible(true);
            field.set(component, service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot bind " + reference, e);
        }
    }

    Object service(Class<?> type) {
        Object service = services.get(type);
        if (service == null) {
            throw new IllegalStateException("A provider may not ask for " + type.getName());
        }
        return service;
    }

    Clock clock() {
        return clock;
    }

    /** The decisions as the log of the host has them: without secrets. */
    List<Decision> kept(List<Decision> decisions) {
        SqlDecisionLog log = new SqlDecisionLog(
                database.database(),
                new PatternRedactor(),
                clock,
                Configurations.of(SqlDecisionLog.Config.class, Map.of()));
        decisions.forEach(log::offer);
        log.close();
        return decisions.stream()
                .map(decision -> log.find(decision.id()).orElseThrow())
                .toList();
    }

    /** Every row, every file and every document. */
    String snapshot() throws IOException, SQLException {
        StringJoiner all = new StringJoiner("\n");
        try (Connection connection = database.dataSource().getConnection()) {
            for (String table : lines(
                    connection,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC' ORDER BY 1")) {
                lines(connection, "SELECT * FROM " + table).stream()
                        .sorted()
                        .forEach(row -> all.add(table + ": " + row));
            }
        }
        for (String workspace : WORKSPACES) {
            files(folder.resolve(workspace)).forEach((path, text) -> all.add(path + ": " + text));
            SearchQuery newest = new SearchQuery(
                    Scope.ofWorkspace(workspace), Audience.ofUser("ada"), "", List.of(), null, null, null, 500);
            lucene.search(newest).hits().forEach(hit -> all.add(hit.document().toString()));
        }
        return all.toString();
    }

    private static List<String> lines(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                StringJoiner line = new StringJoiner(" | ");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(String.valueOf(rows.getString(i)));
                }
                lines.add(line.toString());
            }
        }
        return lines;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.toString(), Files.readString(path, UTF_8));
            }
        }
        return files;
    }

    @Override
    public void close() {
        lucene.close();
        database.close();
    }
}
