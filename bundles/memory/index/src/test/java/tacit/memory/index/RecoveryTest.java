package tacit.memory.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.memory.index.Documents.ids;
import static tacit.memory.index.Documents.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.recall.DocumentSource;
import tacit.api.recall.SearchDocument;

/** An index that failed at something mends itself. */
class RecoveryTest {

    private static final SearchDocument KEPT = turn("kept", 1, "durian");

    @TempDir
    Path folder;

    /** A source that does something before it hands over its only document. */
    private record Source(String name, SearchDocument document, Runnable before) implements DocumentSource {

        @Override
        public void read(Consumer<List<SearchDocument>> batch) {
            before.run();
            batch.accept(List.of(document));
        }
    }

    private LuceneIndex open(FakeEmbedder embedder) {
        return new LuceneIndex(folder, List.of(embedder), Clock.systemUTC(), Documents.LATER);
    }

    private static void drop(Path part) {
        try (Stream<Path> paths = Files.walk(part)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dropParts() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path ->
                            !path.equals(folder) && (Files.isDirectory(path) || !folder.equals(path.getParent())))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void anIndexThatIsClosedWhileItIsBuiltLeavesNothingOpenAndIsBuiltAgain() throws Exception {
        Volume volume = new Volume(folder, new Analysis(), new SignedParts(), Clock.systemUTC());
        DocumentSource closing = new Source("test", KEPT, () -> close(volume));

        assertThatThrownBy(() -> volume.build(List.of(closing))).hasMessage("Cannot write to the index: it is closed");
        assertThatThrownBy(() -> volume.change((target, stamps) -> false, note -> {}))
                .hasMessage("Cannot write to the index: it is closed");

        try (LuceneIndex index = open(new FakeEmbedder())) {
            assertThat(index.status().words()).startsWith("Incomplete");
            index.add(new Source("test", KEPT, () -> {}));
            index.settle();
            assertThat(ids(index, "durian")).startsWith("kept/1");
        }
    }

    @Test
    void aPartThatCannotBeReadIsLeftAsItIsAndFreeForWhoeverComes() throws Exception {
        try (Core core = new Core(folder, new Analysis(), new SignedParts())) {
            core.put(List.of(KEPT), new Stamps("t."));
        }
        for (Path file : files()) {
            if (!file.getFileName().toString().matches("segments_.*|.*\\.si|write\\.lock")) {
                Files.write(file, new byte[] {1});
            }
        }
        List<Path> before = files();

        assertThatThrownBy(() -> new Core(folder, new Analysis(), new SignedParts()))
                .isInstanceOf(IOException.class);

        assertThat(files()).isEqualTo(before);
        try (Directory files = FSDirectory.open(folder);
                Lock lock = files.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    @Test
    void theNewIndexStaysInUseWhereTheOldOneCannotBeClosed() throws Exception {
        Volume volume = new Volume(folder, new Analysis(), new SignedParts(), Clock.systemUTC());
        put(volume, turn("old", 1, "cherry"));
        DocumentSource source = new Source("test", KEPT, () -> drop(folder.resolve("a")));

        assertThatThrownBy(() -> volume.build(List.of(source))).isInstanceOf(IOException.class);

        assertThat(volume.isLost()).isFalse();
        assertThat(volume.isBuilding()).isFalse();
        put(volume, turn("new", 1, "plum"));
        volume.close();
        try (LuceneIndex index = open(new FakeEmbedder())) {
            assertThat(index.status().words()).isEmpty();
            assertThat(ids(index, "durian")).startsWith("kept/1");
            assertThat(ids(index, "plum")).startsWith("new/1");
            assertThat(ids(index, "cherry")).doesNotContain("old/1");
        }
    }

    private static void put(Volume volume, SearchDocument document) {
        volume.change(
                (core, stamps) -> {
                    core.put(List.of(document), stamps);
                    return false;
                },
                rebuild -> {});
    }

    private static void close(Volume volume) {
        try {
            volume.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void asksASourceThatComesWhileTheIndexIsBuilt() throws Exception {
        AtomicBoolean come = new AtomicBoolean();
        try (LuceneIndex index = open(new FakeEmbedder())) {
            Source late = new Source("late", turn("late", 1, "plum"), () -> {});
            index.add(new Source("test", KEPT, () -> {
                if (come.compareAndSet(false, true)) {
                    index.add(late);
                }
            }));
            index.settle();

            assertThat(ids(index, "durian")).startsWith("kept/1");
            assertThat(ids(index, "plum")).startsWith("late/1");
        }
    }

    @Test
    void aSourceThatFailsIsNotAskedWithEachChangeAndHoldsNothingElseUp() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicReference<Instant> now = new AtomicReference<>(Documents.START);
        FakeEmbedder model = new FakeEmbedder();
        try (LuceneIndex index = new LuceneIndex(folder, List.of(model), clock(now), Duration.ZERO)) {
            index.add(new Source("test", KEPT, () -> {
                if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("unreadable");
                }
            }));
            index.settle();
            index.put(List.of(turn("new", 1, "a kitten"), turn("new", 2, "plum")));
            index.delete("w", List.of("new/2"));
            index.settle();

            assertThat(asked).hasValue(1);
            assertThat(index.status().waiting()).isZero();
            assertThat(folder.resolve("unpurged")).doesNotExist();
            assertThat(index.status().words()).startsWith("Incomplete");

            now.set(Documents.START.plus(Duration.ofMinutes(1)));
            index.put(List.of(turn("new", 3, "cherry")));
            index.settle();

            assertThat(asked).hasValue(2);
            assertThat(ids(index, "durian")).contains("kept/1");
            assertThat(index.status().words()).isEmpty();
        }
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Test
    void takesWritesAgainAfterOneThatCouldNotBeSaved() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        FakeEmbedder slow = new FakeEmbedder("", mayAnswer);
        try (LuceneIndex index = open(slow)) {
            index.add(new Source("test", KEPT, () -> {}));
            slow.asked.await();
            dropParts();
            mayAnswer.countDown();
            index.settle();

            index.put(List.of(turn("new", 1, "plum")));

            assertThat(ids(index, "durian")).startsWith("kept/1");
            assertThat(ids(index, "plum")).contains("new/1");
            assertThat(index.status().words()).isEmpty();
        }
    }
}
