package tacit.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.model.Embedder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbedderTest {

    private static final int DIMENSIONS = 384;
    private static final String QUESTION = "When did Caroline go to the support group?";

    private final OnnxRuntime runtime = new OnnxRuntime(1, 256);
    private final E5SmallEmbedder e5 = new E5SmallEmbedder(runtime);
    private final MiniLmEmbedder miniLm = new MiniLmEmbedder(runtime);

    @BeforeAll
    void load() {
        assertThat(e5.load()).isTrue();
        assertThat(miniLm.load()).isTrue();
    }

    @AfterAll
    void close() {
        e5.close();
        miniLm.close();
    }

    Stream<Embedder> both() {
        return Stream.of(e5, miniLm);
    }

    private static double cosine(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (double) left[i] * right[i];
        }
        return sum;
    }

    @Test
    void loadsNothingBeforeItIsAskedTo() {
        E5SmallEmbedder untouched = new E5SmallEmbedder(runtime);

        assertThat(untouched.ready()).isFalse();
        assertThat(untouched.problem()).isEmpty();
        assertThatThrownBy(() -> untouched.queries(List.of("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot embed texts: model 'e5-small-v2-q' is not loaded");
    }

    /** Vectors of the reference run time with the reference tokenizer: model, kind, text, numbers. */
    static Stream<String[]> golden() throws IOException {
        try (InputStream lines = EmbedderTest.class.getResourceAsStream("vectors.tsv")) {
            return new String(Objects.requireNonNull(lines).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1));
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("golden")
    void givesTheVectorsOfTheReference(String model, String kind, String text, String numbers) {
        Embedder embedder =
                both().filter(one -> one.model().equals(model)).findFirst().orElseThrow();
        String[] parts = numbers.split(" ", -1);
        float[] golden = new float[DIMENSIONS];
        for (int i = 0; i < golden.length; i++) {
            golden[i] = Float.parseFloat(parts[i]);
        }

        float[] vector =
                (kind.equals("query") ? embedder.queries(List.of(text)) : embedder.passages(List.of(text))).get(0);

        assertThat(parts).hasSize(golden.length);
        // int8: each version of the run time rounds E5 in its own way; MiniLM is hardly touched by it
        double nearest = model.startsWith("e5") ? 0.997 : 0.9999;
        assertThat(cosine(vector, golden) / Math.sqrt(cosine(golden, golden))).isGreaterThan(nearest);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("both")
    void ranksTextsByTheirMeaning(Embedder embedder) {
        float[] question = embedder.queries(List.of(QUESTION)).get(0);
        List<float[]> texts = embedder.passages(List.of(
                "Caroline joined a support group on 7 May",
                "Caroline talked about her new dog",
                "the rollback of the deploy failed"));

        assertThat(texts.stream().map(text -> cosine(question, text)).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("both")
    void givesVectorsOfLengthOne(Embedder embedder) {
        for (float[] vector : embedder.passages(List.of("", "one", "two words", "x".repeat(5_000)))) {
            assertThat(vector).hasSize(DIMENSIONS);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("both")
    void isNearWhereTheMeaningIs(Embedder embedder) {
        float[] question = embedder.queries(List.of("buying an automobile")).get(0);
        List<float[]> texts = embedder.passages(List.of("car purchase", "the soup was too salty"));

        assertThat(cosine(question, texts.get(0))).isGreaterThan(cosine(question, texts.get(1)) + 0.03);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("both")
    void pr08IsClearlyNearerToTheSameInOtherWords(Embedder embedder) {
        List<float[]> texts = embedder.passages(List.of("car purchase", "automobile buying", "the soup was too salty"));

        double same = cosine(texts.get(0), texts.get(1));
        double unrelated = cosine(texts.get(0), texts.get(2));

        assertThat(same).isGreaterThan(unrelated + 0.1);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("both")
    void aVectorDoesNotDependOnItsNeighbours(Embedder embedder) {
        float[] alone = embedder.passages(List.of(QUESTION)).get(0);

        assertThat(embedder.passages(List.of("other words", QUESTION, "x y z")).get(1))
                .containsExactly(alone);
    }

    @Test
    void e5TellsQueriesFromPassages() {
        assertThat(e5.queries(List.of("deploy")).get(0))
                .isNotEqualTo(e5.passages(List.of("deploy")).get(0));
    }

    @Test
    void manyThreadsGetTheVectorsOfOne() throws Exception {
        float[] expected = e5.queries(List.of(QUESTION)).get(0);
        Callable<float[]> ask = () -> e5.queries(List.of(QUESTION)).get(0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<float[]> answer : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask))) {
                assertThat(answer.get()).containsExactly(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void isNeverReadyAgainAfterItWasClosed() {
        MiniLmEmbedder closed = new MiniLmEmbedder(runtime);
        closed.load();

        closed.close();

        assertThat(closed.load()).isFalse();
        assertThat(closed.ready()).isFalse();
    }

    @Test
    void saysWhyAModelCannotBeLoadedAndTriesOnce() {
        LazyModel absent = new LazyModel(runtime, "no-such-model");

        assertThat(absent.load()).isFalse();
        assertThat(absent.load()).isFalse();
        assertThat(absent.ready()).isFalse();
        assertThat(absent.problem())
                .isEqualTo("Cannot load model 'no-such-model': 'no-such-model-tokenizer.json' is not in the bundle");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @CsvSource({"0, 256, threads", "65, 256, threads", "1, 15, longest", "1, 513, longest"})
    void refusesSettingsOutOfRange(int threads, int longest, String name) {
        assertThatThrownBy(() -> new OnnxRuntime(threads, longest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must be in [");
    }
}
