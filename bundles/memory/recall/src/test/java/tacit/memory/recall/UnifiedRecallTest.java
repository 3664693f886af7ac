package tacit.memory.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.recall.Finds.NOW;
import static tacit.memory.recall.Finds.document;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.memory.Visibility;
import tacit.api.recall.Ranker;
import tacit.api.recall.RecallAnswer;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallHit;
import tacit.api.recall.RecallRequest;
import tacit.api.store.Scope;
import tacit.memory.index.LuceneIndex;
import tacit.memory.rank.FeatureRanker;
import tacit.runtime.testkit.Configurations;

class UnifiedRecallTest {

    private static final Scope SCOPE = Scope.ofDefaultWorkspace();
    private static final Audience ASKER = Audience.ofUser(null);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private LuceneIndex index;
    private UnifiedRecall recall;

    @BeforeEach
    void open() {
        index = new LuceneIndex(folder, List.of(), CLOCK);
        recall = over(new FeatureRanker(Configurations.of(FeatureRanker.Config.class, Map.of())));
    }

    private UnifiedRecall over(Ranker ranker) {
        UnifiedRecall made = new UnifiedRecall(ranker, CLOCK);
        made.addIndex(index);
        return made;
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void fill(String word) {
        index.put(List.of(
                document("knowledge_graph", "a", word + " alpha", Map.of()),
                document("screen_context", "b", word + " bravo", Map.of()),
                document("memory", "c", word + " gamma", Map.of("layer", "archive")),
                document("workspace_note", "d", word + " delta", Map.of()),
                document("file", "e", word + " omega", Map.of("path", "x.md")),
                document("message", "f", word + " sigma", Map.of()),
                document("task", "g", word + " kappa", Map.of())));
    }

    private List<RecallHit> hits(String query, String... types) {
        return recall.recall(new RecallRequest(SCOPE, ASKER, query, List.of(types), null, null, 20))
                .hits();
    }

    @Test
    void ur01HasAllTypesOnOneScale() {
        fill("deployment");

        List<RecallHit> hits = hits("deployment");

        assertThat(hits)
                .extracting(RecallHit::type)
                .containsExactlyInAnyOrderElementsOf(RecallRequest.TYPES)
                .startsWith("task", "message", "file");
        assertThat(hits.get(0).rank()).isGreaterThan(hits.get(1).rank());
        assertThat(hits.get(1).rank()).isGreaterThan(hits.get(2).rank());
    }

    @Test
    void ur03FindsWordsInAnyOrder() {
        index.put(List.of(document("message", "m", "api deploy", Map.of())));

        assertThat(hits("deploy api")).extracting(RecallHit::id).containsExactly("m");
    }

    @Test
    void ur04AnswersTheTypesThatWereAskedForAlone() {
        fill("deployment");
        index.put(List.of(document("memory", "k", "deployment", Map.of("layer", "graph"))));

        assertThat(hits("deployment", "memory")).extracting(RecallHit::id).containsExactly("c");
        assertThat(hits("deployment", "knowledge_graph"))
                .extracting(RecallHit::id)
                .containsExactlyInAnyOrder("a", "k");
    }

    @Test
    void findsNothingThatBelongsToOneRunAlone() {
        index.put(List.of(document("context", "x", "deployment", Map.of("layer", "context"))));

        assertThat(hits("deployment")).isEmpty();
        assertThat(hits("")).isEmpty();
    }

    @Test
    void ar49SaysThatTheIndexFailed() {
        index.put(List.of(document("message", "m", "deployment", Map.of())));
        index.close();

        RecallAnswer answer = recall.recall(RecallRequest.of(SCOPE, ASKER, "deployment", 5));

        assertThat(answer.hits()).isEmpty();
        assertThat(answer.failures()).extracting(Failure::part).containsExactly("index");
        assertThat(recall.counts().queries()).isEqualTo(1);
        assertThat(recall.counts().failures()).isEqualTo(1);
        assertThat(recall.counts().lastFailure()).startsWith("index: It failed with");
        index = new LuceneIndex(folder.resolve("other"), List.of(), CLOCK);
    }

    @Test
    void ar50SaysThatThereIsNoIndex() {
        recall.removeIndex(index);

        RecallAnswer answer = recall.recall(RecallRequest.of(SCOPE, ASKER, "deployment", 5));

        assertThat(answer.hits()).isEmpty();
        assertThat(answer.failures()).containsExactly(new Failure("index", "It is not there"));
        assertThat(recall.counts().unavailable()).isEqualTo(1);
        assertThat(recall.counts().failures()).isZero();
    }

    @Test
    void fallsBackToTheOrderOfTheIndex() {
        index.put(List.of(
                document("message", "good", "copper bay ferry", Map.of()),
                document("message", "bad", "a ferry and many other words besides", Map.of())));
        recall = over(request -> {
            throw new IllegalStateException("No provider");
        });

        RecallAnswer answer = recall.recall(RecallRequest.of(SCOPE, ASKER, "copper bay ferry", 5));

        assertThat(answer.failures()).containsExactly(new Failure("ranker", "It failed with IllegalStateException"));
        assertThat(answer.hits()).extracting(RecallHit::id).containsExactly("good", "bad");
        assertThat(answer.hits().get(0).reasons().get(0).feature()).isEqualTo("fused");
    }

    @Test
    void saysWhyEachHitIsThere() {
        index.put(List.of(document("message", "m", "copper bay ferry", Map.of("trace", "t1"))));

        RecallHit hit = hits("copper bay").get(0);

        assertThat(hit.reasons()).isNotEmpty();
        assertThat(hit.relevance()).isEqualTo(1);
        assertThat(hit.taskId()).isEqualTo("t1");
        assertThat(hit.label()).isEqualTo("Message");
    }

    @Test
    void showsNothingThatTheAudienceMayNotSee() {
        index.put(List.of(
                document("message", "own", "ferry", Map.of(), Visibility.PRIVATE, "ada"),
                document("message", "shared", "ferry", Map.of(), Visibility.SHARED, null)));
        Audience group = new Audience(Audience.Kind.GROUP, "ada", null, null, false);

        assertThat(recall.recall(RecallRequest.of(SCOPE, group, "ferry", 5)).hits())
                .extracting(RecallHit::id)
                .containsExactly("shared");
        assertThat(recall.recall(RecallRequest.of(new Scope("other", null), ASKER, "ferry", 5))
                        .hits())
                .isEmpty();
    }

    @Test
    void answersTheNewestWithoutWords() {
        fill("anything");

        assertThat(hits("")).hasSize(7);
    }

    @Test
    void namesAFileOnce() {
        index.put(List.of(
                document("file", "file:t1/1", "notes", Map.of("path", "notes.md")),
                document("file", "file:t2/1", "notes", Map.of("path", "notes.md"))));

        assertThat(hits("notes")).hasSize(1);
    }

    @Test
    void refusesATypeThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hits("x", "activity"))
                .withMessageContaining("types must be of");
    }
}
