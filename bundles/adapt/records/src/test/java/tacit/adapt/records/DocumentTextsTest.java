package tacit.adapt.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.StateDocument;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class DocumentTextsTest {

    private static final Scope ALL = Scope.ofWorkspace("w1");
    private static final Scope ANNA = new Scope("w1", "anna");

    private SqlStateStore store;
    private DocumentTexts texts;

    @BeforeEach
    void open(Database database) {
        SqlTraceStore traces = new SqlTraceStore(database);
        store = new SqlStateStore(database, new PatternRedactor(), Clock.systemUTC());
        texts = new DocumentTexts(database, store, traces);
        traces.append(
                ALL,
                List.of(
                        TraceUpdate.of(Trace.builder("t1").userId("anna").build(), List.of()),
                        TraceUpdate.of(Trace.builder("t2").userId("ben").build(), List.of())));
    }

    @Test
    void putsTombstonesInPlaceOfTexts() {
        store.put(ALL, "skill", "a", 0, "{\"request\":\"deploy \\\"Quagga\\\" now\",\"n\":1}", List.of("t1"));
        store.put(ALL, "skill", "b", 0, "{\"request\":\"nothing\"}", List.of("t1"));

        assertThat(texts.forget(ALL, List.of(), List.of("deploy \"Quagga\" now")))
                .isEqualTo(1);

        assertThat(store.find(ALL, "skill", "a")).hasValueSatisfying(document -> assertThat(document.content())
                .startsWith("{\"request\":\"[deleted sha256:")
                .endsWith("\"n\":1}"));
        assertThat(store.find(ALL, "skill", "b").map(StateDocument::version)).contains(1L);
    }

    @Test
    void dropsWhatAUserOwnsAndWhatTheirRunsSaid() {
        store.put(ANNA, "style", "all", 0, "1", List.of());
        store.put(ALL, "skill", "a", 0, "2", List.of("t1", "t2"));
        store.put(ALL, "skill", "b", 0, "3", List.of("t2"));

        assertThat(texts.heldOf(ANNA)).hasValue(2);
        assertThat(texts.forgetUser(ANNA)).isEqualTo(2);

        assertThat(store.find(ANNA, "style", "all")).isEmpty();
        assertThat(store.find(ALL, "skill", "a")).isEmpty();
        assertThat(store.find(ALL, "skill", "b")).isPresent();
        assertThat(texts.heldOf(ANNA)).hasValue(0);
    }

    @Test
    void reachesEveryDocumentHoweverManyThereAre() {
        for (int i = 0; i < 450; i++) {
            store.put(ALL, "skill", "s" + i, 0, "\"the secret garden of Quagga\"", List.of("t1"));
        }

        assertThat(texts.forget(ALL, List.of(), List.of("the secret garden of Quagga")))
                .isEqualTo(450);

        assertThat(store.find(ALL, "skill", "s0").map(StateDocument::content))
                .hasValueSatisfying(content -> assertThat(content).doesNotContain("Quagga"));
        assertThat(texts.forget(ALL, List.of(), List.of("the secret garden of Quagga")))
                .isZero();
    }

    @Test
    void leavesOtherWorkspacesAndWhatItIsNotToldOf() {
        Scope other = Scope.ofWorkspace("w2");
        store.put(other, "skill", "a", 0, "\"the secret garden of Quagga\"", List.of());
        store.put(ALL, "skill", "a", 0, "\"the open field of Quagga\"", List.of());

        assertThat(texts.forget(ALL, List.of(), List.of("the secret garden of Quagga")))
                .isZero();
        assertThat(texts.forget(ALL, List.of("s1"), List.of())).isZero();

        assertThat(store.find(other, "skill", "a").map(StateDocument::version)).contains(1L);
        assertThat(store.find(ALL, "skill", "a").map(StateDocument::version)).contains(1L);
    }

    @Test
    void countsADocumentOnceThatAUserOwnsAndWhoseRunItHolds() {
        store.put(ANNA, "report", "t1/0", 0, "1", List.of("t1"));

        assertThat(texts.heldOf(ANNA)).hasValue(1);
        assertThat(texts.forgetUser(ANNA)).isEqualTo(1);
        assertThat(texts.forgetUser(ANNA)).isZero();
    }

    @Test
    void dropsADocumentOfSomebodyElseThatHoldsTheWordsOfAUser() {
        Scope ben = new Scope("w1", "ben");
        store.put(ben, "relationship", "anna", 0, "1", List.of("t1"));
        store.put(ben, "style", "all", 0, "2", List.of("t2"));

        assertThat(texts.forgetUser(ANNA)).isEqualTo(1);

        assertThat(store.find(ben, "relationship", "anna")).isEmpty();
        assertThat(store.find(ben, "style", "all")).isPresent();
        assertThat(texts.name()).isEqualTo("adaptation");
    }
}
