package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.index.Documents.ids;
import static tacit.memory.index.Documents.query;
import static tacit.memory.index.Documents.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.SearchDocument;

class DurabilityTest {

    @TempDir
    Path folder;

    /** A source of documents, as the store of memories is one. */
    private record Source(List<SearchDocument> documents, Runnable before) implements DocumentSource {

        @Override
        public String name() {
            return "test";
        }

        @Override
        public void read(Consumer<List<SearchDocument>> batch) {
            before.run();
            documents.forEach(document -> batch.accept(List.of(document)));
        }
    }

    private static final List<SearchDocument> TURNS = IntStream.range(0, 60)
            .mapToObj(i -> turn("g" + i / 10, i % 10, "word" + i + " cat"))
            .toList();

    private LuceneIndex open(FakeEmbedder embedder) {
        return new LuceneIndex(folder, List.of(embedder), Clock.systemUTC(), Documents.LATER);
    }

    private LuceneIndex open() {
        return open(new FakeEmbedder());
    }

    private void fill() throws InterruptedException {
        try (LuceneIndex index = open()) {
            index.add(new Source(TURNS, () -> {}));
            index.settle();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void buildsItselfFromTheSourcesWhenItIsMissing() throws Exception {
        try (LuceneIndex index = open()) {
            index.add(new Source(TURNS, () -> {}));
            index.settle();

            assertThat(index.status().documents()).isEqualTo(60);
            assertThat(ids(index, "word42")).startsWith("g4/2");
            assertThat(index.status().words()).isEmpty();
        }
    }

    @Test
    void isThereAfterARestartWithoutAskingTheSources() throws Exception {
        fill();

        try (LuceneIndex index = open()) {
            assertThat(index.status().documents()).isEqualTo(60);
            assertThat(ids(index, "word42")).startsWith("g4/2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate", "garbage", "delete"})
    void buildsItselfAnewWhicheverFileIsDamaged(String damage) throws Exception {
        fill();
        Random random = new Random(7);
        List<String> kinds = files().stream()
                .map(file -> file.getFileName().toString().replaceAll("^_[0-9a-z]+(_[0-9a-zA-Z_]+)?", "*"))
                .filter(name -> !name.equals("write.lock") && !name.equals("current"))
                .distinct()
                .toList();
        for (String kind : kinds) {
            for (Path file : files()) {
                if (file.getFileName()
                        .toString()
                        .replaceAll("^_[0-9a-z]+(_[0-9a-zA-Z_]+)?", "*")
                        .equals(kind)) {
                    harm(file, damage, random);
                }
            }
            try (LuceneIndex index = open()) {
                index.add(new Source(TURNS, () -> {}));
                index.settle();

                assertThat(index.status().documents()).as(damage + " " + kind).isEqualTo(60);
                assertThat(ids(index, "word42")).as(damage + " " + kind).startsWith("g4/2");
            }
        }
    }

    private static void harm(Path file, String damage, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (damage) {
            case "truncate" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case "garbage" -> {
                for (int i = 0; i < 1 + bytes.length / 50; i++) {
                    bytes[random.nextInt(Math.max(1, bytes.length))] ^= 0x5A;
                }
                Files.write(file, bytes);
            }
            default -> Files.delete(file);
        }
    }

    @Test
    void asksTheSourcesAgainAfterACrash() throws Exception {
        fill();
        Files.createFile(folder.resolve("unsaved"));

        try (LuceneIndex index = open()) {
            List<SearchDocument> more = new ArrayList<>(TURNS);
            more.add(turn("new", 1, "durian"));
            index.add(new Source(more, () -> {}));
            index.settle();

            assertThat(ids(index, "durian")).startsWith("new/1");
        }
    }

    @Test
    void answersWhileItIsBuiltAnewAndKeepsWhatHappensMeanwhile() throws Exception {
        try (LuceneIndex index = open()) {
            index.put(TURNS);
            index.settle();
            index.add(new Source(TURNS, () -> {
                assertThat(ids(index, "word42")).startsWith("g4/2");
                index.delete("w", List.of("g0/0"));
                index.put(List.of(turn("g9", 9, "durian")));
            }));

            index.rebuild();

            assertThat(ids(index, "durian")).startsWith("g9/9");
            assertThat(index.status().documents()).isEqualTo(60);
            assertThat(ids(index, "word0")).doesNotContain("g0/0");
        }
    }

    @Test
    void aDeletionBeatsAnEarlierEmbedding() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        FakeEmbedder slow = new FakeEmbedder("", mayAnswer);
        try (LuceneIndex index = open(slow)) {
            index.put(List.of(turn("g", 1, "a cat"), turn("g", 2, "durian dog")));
            slow.asked.await();

            index.delete("w", List.of("g/2"));
            mayAnswer.countDown();
            index.settle();

            assertThat(ids(index, "dog durian")).doesNotContain("g/2");
            assertThat(index.search(query("durian")).hits())
                    .noneMatch(hit -> hit.after().contains("durian")
                            || hit.signals().containsKey("bm25.window1")
                            || hit.signals().containsKey("bm25.group"));
        }
    }

    @Test
    void noByteOfADeletedTextIsLeftAfterThePurge() throws Exception {
        try (LuceneIndex index = open()) {
            index.put(TURNS);
            index.put(List.of(turn("g1", 20, "before"), turn("g1", 21, "zyxwvutsrq secret"), turn("g1", 22, "behind")));
            index.settle();

            index.delete("w", List.of("g1/21"));
            index.settle();
            index.purge();

            assertThat(ids(index, "zyxwvutsrq")).doesNotContain("g1/21");
            for (Path file : files()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("zyxwvutsrq");
            }
        }
    }

    @Test
    void asksTheSourcesAgainWhereTheRowsAreOfAnOlderKind() throws Exception {
        fill();
        Files.writeString(folder.resolve("format"), "1");

        try (LuceneIndex index = open()) {
            assertThat(index.status().words()).startsWith("Incomplete");
            index.add(new Source(List.of(turn("new", 1, "durian")), () -> {}));
            index.settle();

            assertThat(ids(index, "durian")).startsWith("new/1");
            assertThat(index.status().words()).isEmpty();
        }
        try (LuceneIndex index = open()) {
            assertThat(index.status().words()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void purgesByItselfAfterADeletionAndEvenAfterARestart(boolean restart) throws Exception {
        Duration first = restart ? Documents.LATER : Duration.ZERO;
        try (LuceneIndex index = new LuceneIndex(folder, List.of(), Clock.systemUTC(), first)) {
            index.put(TURNS);
            index.put(List.of(turn("g1", 21, "zyxwvutsrq secret")));
            index.settle();

            index.delete("w", List.of("g1/21", "unknown"));
            index.settle();
        }
        try (LuceneIndex index = new LuceneIndex(folder, List.of(), Clock.systemUTC(), Duration.ZERO)) {
            index.settle();
        }

        assertThat(folder.resolve("unpurged")).doesNotExist();
        for (Path file : files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("zyxwvutsrq");
        }
    }

    @Test
    void refusesAFolderThatAnotherIndexHolds() throws Exception {
        try (LuceneIndex index = open()) {
            index.put(TURNS);

            assertThatThrownBy(this::open)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("Cannot open the index in '" + folder + "'");
            assertThat(ids(index, "word42")).startsWith("g4/2");
            index.put(List.of(turn("g9", 9, "durian")));
            assertThat(ids(index, "durian")).startsWith("g9/9");
        }
    }

    @Test
    void saysThatFilesHoldWhatWasDeletedUntilThePurge() throws Exception {
        fill();
        try (LuceneIndex index = open()) {
            index.delete("w", List.of("unknown"));
            assertThat(index.status().words()).isEmpty();

            index.delete("w", List.of("g0/0"));
            assertThat(index.status().words()).contains("with the next purge");
            index.purge();
            assertThat(index.status().words()).isEmpty();
        }
    }
}
