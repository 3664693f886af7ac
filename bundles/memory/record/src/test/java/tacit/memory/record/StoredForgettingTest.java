package tacit.memory.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static tacit.memory.record.Samples.CLOCK;
import static tacit.memory.record.Samples.SCOPE;
import static tacit.memory.record.Samples.WORKSPACE;
import static tacit.memory.record.Samples.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AuditEntry;
import tacit.api.memory.ForgettingReport;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryScope;
import tacit.api.store.Database;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.evidence.trace.TraceTexts;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class StoredForgettingTest {

    private static final Scope NORA = new Scope(WORKSPACE, "nora");

    private final ListAudit audit = new ListAudit();
    private final List<AuditEntry> audited = audit.entries;
    private final ListCopies copies = new ListCopies();
    private final MapIndex index = new MapIndex();
    private final FarTexts far = new FarTexts();
    private SqlMemoryStore store;
    private ThreadCourier courier;
    private StoredForgetting forgetting;

    @BeforeEach
    void open(Database database) {
        SqlTraceStore traces = new SqlTraceStore(database);
        store = new SqlMemoryStore(database, CLOCK, new PatternRedactor(), traces, audit);
        courier = new ThreadCourier(database, store, Duration.ofHours(1));
        TraceTexts texts = new TraceTexts(database, traces);
        courier.addTexts(texts);
        courier.addTexts(far);
        courier.addCopies(copies);
        courier.addIndex(index);
        forgetting = new StoredForgetting(store, database, audit, List.of(texts, far), index);
        run(traces, "of-nora", "nora");
        run(traces, "of-ben", "ben");
        store.add(draft("profile", "Nora likes oolong", MemoryScope.ofUser("nora"), null, "of-nora"));
        store.add(draft("playbook", "Counting orders worked", MemoryScope.WORKSPACE, null, "of-nora"));
        store.add(draft("playbook", "Shipping worked", MemoryScope.WORKSPACE, null, "of-ben"));
    }

    @AfterEach
    void close() {
        courier.close();
    }

    @Test
    void tellsWhatWouldGoAndChangesNothing() {
        ForgettingReport report = forgetting.preview(NORA);

        assertThat(report.done()).isFalse();
        assertThat(report.places())
                .isEqualTo(Map.of("evidence/traces", 1L, "memories/playbook", 1L, "memories/profile", 1L));
        assertThat(audited).isEmpty();
        assertThat(texts()).hasSize(3);
    }

    @Test
    void forgetsAUserWithWhatTheirRunsAloneTaught() {
        ForgettingReport report = forgetting.forget(NORA, "ann");

        assertThat(report.done()).isTrue();
        assertThat(report.places())
                .containsEntry("memories", 2L)
                .containsEntry("copies/list", 2L)
                .containsEntry("evidence/traces", 1L);
        assertThat(texts()).containsExactly("Shipping worked");
        assertThat(copies.cleared).containsExactly(NORA);
        assertThat(index.documents).hasSize(1);
        assertThat(forgetting.preview(NORA).places()).isEqualTo(Map.of("evidence/traces", 1L));
    }

    @Test
    void forgetsWhatWasConcludedFromTheMemoriesOfAUser() {
        String told = store.add(draft("profile", "Nora likes sencha", MemoryScope.ofUser("nora"), null, "of-nora"))
                .record()
                .id();
        String concluded =
                store.add(Samples.concluded("Buy green tea", told)).record().id();
        store.add(Samples.concluded("Buy it on Monday", concluded));

        assertThat(forgetting.preview(NORA).places()).containsEntry("memories/archive", 2L);
        assertThat(forgetting.forget(NORA, "ann").places()).containsEntry("memories", 5L);

        assertThat(texts()).containsExactly("Shipping worked");
    }

    @Test
    void forgetsALongRunWithWhatWasConcludedFromItsBegin() {
        String first = store.add(draft("Message 0", MemoryScope.WORKSPACE, null, "of-nora"))
                .record()
                .id();
        for (int i = 1; i <= 120; i++) {
            store.add(draft("Message " + i, MemoryScope.WORKSPACE, null, "of-nora"));
        }
        store.add(Samples.concluded("A digest", first));

        assertThat(forgetting.forget(NORA, "ann").places()).containsEntry("memories", 124L);

        assertThat(texts()).containsExactly("Shipping worked");
    }

    @Test
    void saysEverythingInTheAuditLogByIdsBeforeItHappens() {
        copies.broken = true;

        assertThatIllegalStateException().isThrownBy(() -> forgetting.forget(NORA, "ann"));

        assertThat(audited).extracting(AuditEntry::action).containsExactly("memory.clear", "memory.delete");
        assertThat(audited).extracting(AuditEntry::actor).containsExactly("ann", Acts.ITSELF);
        assertThat(audited.toString()).contains("nora").doesNotContain("oolong", "orders");
    }

    @Test
    void purgesIndexAndDatabase() {
        ForgettingReport report = forgetting.purge("ann");

        assertThat(index.purges).hasValue(1);
        assertThat(report.remarks()).singleElement().asString().startsWith("The database was rewritten: ");
        assertThat(audited).singleElement().satisfies(entry -> assertThat(entry.action())
                .isEqualTo("memory.purge"));
    }

    @Test
    void namesWhatCouldNotBeTakenBackYet() {
        assertThat(forgetting.forget(NORA, "ann").remarks())
                .hasSize(2)
                .first()
                .isEqualTo("'far' still holds what was said by nora");
        assertThat(forgetting.purge("ann").remarks()).hasSize(1);
    }

    @Test
    void refusesAWholeWorkspace() {
        assertThatIllegalArgumentException().isThrownBy(() -> forgetting.preview(SCOPE));
        assertThatIllegalArgumentException().isThrownBy(() -> forgetting.forget(SCOPE, "ann"));
        assertThat(audited).isEmpty();
    }

    @Test
    void tellsWhoKeepsCopiesThatAWorkspaceIsCleared() {
        assertThat(store.clear(SCOPE)).isEqualTo(3);

        assertThat(copies.cleared).containsExactly(SCOPE);
        assertThat(far.cleared).containsExactly(SCOPE);
        assertThat(index.purges).hasValue(1);
    }

    @Test
    void looksForTheWordsBehindALabelToo() {
        String text = "[Imported from Some AI — 2024-05-01]\nLikes tea";
        String id = store.add(draft("archive", text, MemoryScope.WORKSPACE, null, "of-ben"))
                .record()
                .id();

        store.delete(SCOPE, List.of(id), true);

        assertThat(far.texts).contains(text, "Likes tea");
    }

    @Test
    void tellsNobodyThatAWorkspaceIsClearedWhereAUserIs() {
        store.clear(NORA);

        assertThat(far.cleared).isEmpty();
    }

    /** Somebody far away, who takes nothing back. */
    private static final class FarTexts implements EvidenceTexts {

        private final List<Scope> cleared = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        @Override
        public String name() {
            return "far";
        }

        @Override
        public int forget(Scope scope, Collection<String> spans, Collection<String> taken) {
            texts.addAll(taken);
            return 0;
        }

        @Override
        public int forgetUser(Scope scope) {
            return 0;
        }

        @Override
        public int forgetWorkspace(Scope scope) {
            cleared.add(scope);
            return 0;
        }

        @Override
        public OptionalLong heldOf(Scope scope) {
            return OptionalLong.of(0);
        }

        @Override
        public List<String> leftOf(Scope scope) {
            return List.of("'far' still holds what was said by " + scope.userId());
        }
    }

    private List<String> texts() {
        return store
                .list(
                        SCOPE,
                        new MemoryFilter(null, List.of(), null, null, List.of(), null, null, null, new TreeMap<>()),
                        PageRequest.first(10))
                .rows()
                .stream()
                .map(memory -> memory.text())
                .toList();
    }

    private static void run(SqlTraceStore traces, String id, @Nullable String user) {
        Span span = Span.builder("s1", "chat", "chat").output("Said by " + user).build();
        traces.append(
                new Scope(WORKSPACE, user),
                List.of(new TraceUpdate(
                        Trace.builder(id).workspaceId(WORKSPACE).userId(user).build(), List.of(span), List.of())));
    }
}
