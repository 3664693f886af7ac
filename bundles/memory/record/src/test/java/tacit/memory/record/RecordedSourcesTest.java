package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.WORKSPACE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.memory.Evidence;
import tacit.api.memory.Evidence.Kind;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.workspace.FolderFiles;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RecordedSourcesTest {

    private static final String OTHER = "w2";

    @TempDir
    Path folder;

    private final ListAudit audit = new ListAudit();
    private SqlMemoryStore store;
    private RecordedSources sources;

    @BeforeEach
    void open(Database database) throws IOException {
        SqlTraceStore traces = new SqlTraceStore(database);
        store = new SqlMemoryStore(database, CLOCK);
        Files.writeString(folder.resolve("notes.md"), "Nora likes tea");
        FolderFiles files = FolderFiles.of(folder);
        sources = new RecordedSources(database, traces, audit, () -> files);
        run(traces, WORKSPACE, "t1", null);
        run(traces, WORKSPACE, "a/b", "nora");
        run(traces, OTHER, "t2", null);
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, t1, true",
        "TRACE, a/b, true",
        "TRACE, t2, false",
        "TRACE, t9, false",
        "SPAN, t1/s1, true",
        "SPAN, a/b/s1, true",
        "SPAN, t1/s9, false",
        "SPAN, t2/s1, false",
        "SPAN, t1, false",
        "SPAN, /s1, false",
        "FILE, notes.md, true",
        "FILE, other.md, false"
    })
    void findsWhatIsRecordedInTheWorkspace(Kind kind, String id, boolean known) {
        assertThat(missing("", Evidence.of(kind, id)).isEmpty()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "nora, true", "ben, false"})
    void takesTheRunOfAUserForThatUsersMemoriesAndNobodys(String owner, boolean known) {
        for (Evidence evidence : List.of(Evidence.of(Kind.TRACE, "a/b"), Evidence.of(Kind.SPAN, "a/b/s1"))) {
            assertThat(missing(owner, evidence).isEmpty()).isEqualTo(known);
        }
        assertThat(missing(owner, Evidence.of(Kind.TRACE, "t1"))).isEmpty();
    }

    @Test
    void refusesAPlaceBehindTheEndOfAFile() {
        assertThat(missing("", new Evidence(Kind.FILE, "notes.md", 5, 14))).isEmpty();
        assertThat(missing("", new Evidence(Kind.FILE, "notes.md", 5, 15))).contains("FILE 'notes.md' is not known");
    }

    @Test
    void refusesFilesWhereThereAreNone(Database database) {
        RecordedSources none = new RecordedSources(database, new SqlTraceStore(database), audit, () -> null);

        assertThat(none.missing(WORKSPACE, "", Evidence.of(Kind.FILE, "notes.md")))
                .isPresent();
    }

    @Test
    void takesAMemoryOfTheWorkspaceOrOneThatHoldsEverywhere() {
        String here = add(WORKSPACE, "archive", "note", MemoryScope.WORKSPACE, Map.of());
        String there = add(OTHER, "archive", "note", MemoryScope.WORKSPACE, Map.of());
        String everywhere = add(OTHER, "archive", "note", new MemoryScope(Reach.GLOBAL, ""), Map.of());

        assertThat(missing("", Evidence.of(Kind.MEMORY, here))).isEmpty();
        assertThat(missing("", Evidence.of(Kind.MEMORY, everywhere))).isEmpty();
        assertThat(missing("", Evidence.of(Kind.MEMORY, there))).isPresent();
        assertThat(missing("", Evidence.of(Kind.MEMORY, "m9"))).isPresent();
    }

    @Test
    void takesAnEntryOfTheAuditLogThatNamesTheWorkspace() {
        audit.write("ann", "memory.note", "t9", Map.of("workspace", WORKSPACE));
        audit.write("ann", "memory.note", "t9", Map.of("workspace", OTHER));
        audit.write("ann", "token.create", "ben", Map.of());
        audit.write("ann", "memory.note", "t9", Map.of("workspace", WORKSPACE));

        assertThat(List.of("1", "4")).allSatisfy(id -> assertThat(missing("", Evidence.of(Kind.STATEMENT, id)))
                .isEmpty());
        assertThat(List.of("2", "3", "5", "0", "01", "-1", "x", "99999999999999999999"))
                .allSatisfy(id ->
                        assertThat(missing("", Evidence.of(Kind.STATEMENT, id))).isPresent());
    }

    @Test
    void takesAnImportByItsHeaderItsIdOrTheActOfAnOperator() {
        String header = add(WORKSPACE, "archive", "import", MemoryScope.WORKSPACE, Map.of("import.id", "i7"));
        String note = add(WORKSPACE, "archive", "note", MemoryScope.WORKSPACE, Map.of("import.id", "i8"));
        String there = add(OTHER, "archive", "import", MemoryScope.WORKSPACE, Map.of("import.id", "i9"));
        audit.write("ann", "memory.import", "i10", Map.of("workspace", WORKSPACE));
        audit.write("ann", "memory.forget", "m1", Map.of("workspace", WORKSPACE));

        assertThat(List.of(header, "i7", "1")).allSatisfy(id -> assertThat(missing("", Evidence.of(Kind.IMPORT, id)))
                .isEmpty());
        assertThat(List.of(note, "i8", there, "i9", "2", "3"))
                .allSatisfy(id ->
                        assertThat(missing("", Evidence.of(Kind.IMPORT, id))).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"TRACE, t9", "SPAN, t1/s9", "FILE, none.md", "IMPORT, i1", "STATEMENT, 1", "MEMORY, m1"})
    void theStoreRefusesEachKindOfWhatDoesNotExist(Kind kind, String id, Database database) {
        SqlMemoryStore strict =
                new SqlMemoryStore(database, CLOCK, () -> "m-new", new Admission(text -> text, sources));
        MemoryDraft draft = draft(WORKSPACE, "archive", "note", MemoryScope.WORKSPACE, Map.of(), Evidence.of(kind, id));
        String known = add(WORKSPACE, "archive", "note", MemoryScope.WORKSPACE, Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> strict.add(draft))
                .withMessage("evidence must be found somewhere: " + kind + " '" + id + "' is not known");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        strict.change(SCOPE, known, MemoryChange.NONE.withEvidence(List.of(Evidence.of(kind, id)))));
        assertThat(store.find(SCOPE, "m-new")).isEmpty();
    }

    private Optional<String> missing(String owner, Evidence evidence) {
        return sources.missing(WORKSPACE, owner, evidence);
    }

    private String add(String workspace, String layer, String kind, MemoryScope scope, Map<String, String> attributes) {
        return store.add(draft(workspace, layer, kind, scope, attributes, Evidence.of(Kind.TRACE, "t1")))
                .record()
                .id();
    }

    private static MemoryDraft draft(
            String workspace,
            String layer,
            String kind,
            MemoryScope scope,
            Map<String, String> attributes,
            Evidence evidence) {
        return new MemoryDraft(
                workspace,
                layer,
                kind,
                "tea",
                kind + " " + attributes,
                scope,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                List.of(evidence),
                0.5,
                null,
                null,
                null,
                new TreeMap<>(attributes));
    }

    private static void run(SqlTraceStore traces, String workspace, String id, @Nullable String user) {
        Span span = Span.builder("s1", "chat", "chat").build();
        Trace trace = Trace.builder(id).workspaceId(workspace).userId(user).build();
        traces.append(new Scope(workspace, user), List.of(new TraceUpdate(trace, List.of(span), List.of())));
    }
}
