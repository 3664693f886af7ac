package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.index.Documents.turn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.model.Embedder;

/** Windows and vectors that could not all be written. */
class EnrichmentTest {

    @TempDir
    Path folder;

    private final Changing model = new Changing();
    private final Meaning meaning = new Meaning(List.of(model));
    private final Stamps stamps = new Stamps("t.");

    /** A model whose vectors become longer, which no index takes, for texts with a word. */
    private static final class Changing implements Embedder {

        private final FakeEmbedder usual = new FakeEmbedder();
        private String longer = "\n";

        @Override
        public String model() {
            return usual.model();
        }

        @Override
        public boolean ready() {
            return usual.ready();
        }

        @Override
        public boolean load() {
            return usual.load();
        }

        @Override
        public String problem() {
            return usual.problem();
        }

        @Override
        public List<float[]> queries(List<String> texts) {
            return usual.queries(texts);
        }

        @Override
        public List<float[]> passages(List<String> texts) {
            return texts.get(0).contains(longer) ? List.of(new float[] {1, 0, 0, 0}) : usual.passages(texts);
        }
    }

    private boolean enrich(Core core) throws IOException {
        return new Enrichment(core, meaning, this).run(64);
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.document().id()).toList();
    }

    private static List<String> waiting(Core core) throws IOException {
        return ids(core.read(searcher -> Look.waiting(searcher, 10)));
    }

    /** Whose windows hold the last one. */
    private static List<String> holdersOfTheLast(Core core) throws IOException {
        return core.read(searcher -> {
            Entry last = Look.all(searcher, new MatchAllDocsQuery()).stream()
                    .filter(entry -> entry.document().id().equals("g/6"))
                    .findFirst()
                    .orElseThrow();
            return ids(Look.holders(searcher, last));
        });
    }

    @Test
    void whoeverComesWaitsUntilTheWindowsOfItsNeighboursHoldIt() throws IOException {
        meaning.load();
        try (Core core = new Core(folder, new Analysis(), new SignedParts())) {
            core.put(
                    LongStream.rangeClosed(1, 5)
                            .mapToObj(i -> turn("g", i, "word" + i + "."))
                            .toList(),
                    stamps);
            enrich(core);
            core.put(List.of(turn("g", 6, "word6.")), stamps);
            // Of the three that are written now only the window of the fourth has it
            model.longer = "word3.";

            assertThatIllegalArgumentException().isThrownBy(() -> enrich(core));

            core.show();
            assertThat(waiting(core)).containsExactly("g/6");
            assertThat(holdersOfTheLast(core)).doesNotContain("g/5");
            model.longer = "\n";

            assertThat(enrich(core)).isTrue();

            assertThat(waiting(core)).isEmpty();
            assertThat(holdersOfTheLast(core)).containsExactlyInAnyOrder("g/4", "g/5");
        }
    }
}
