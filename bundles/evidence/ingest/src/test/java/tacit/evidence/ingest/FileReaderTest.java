package tacit.evidence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceSink;
import tacit.api.ingest.TraceSource;
import tacit.api.trace.TraceUpdate;

class FileReaderTest {

    private static final byte[] GOOD = text("ids\na\nb\n");

    @TempDir
    Path folder;

    private final ListFileSink sink = new ListFileSink();
    private final FileReader reader = reader(1_000_000, new LineSource("ids", 0.8));

    @Test
    void readsFilesInTheOrderOfTheirNamesAndUnpacksByContent() throws IOException {
        write("b.json", text("ids\n2\n"));
        write("sub/a.json.gz", packed(text("ids\n3\n")));
        write("a.json", packed(text("ids\n1\n")));

        reader.read(List.of(folder), "auto", sink);

        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(sink.began).containsExactly("a:ids", "b:ids", "a:ids");
        assertThat(sink.ended).hasSize(3);
        assertThat(sink.refusals).isEmpty();
    }

    @Test
    void readsAFileOnceThatIsNamedTwice() throws IOException {
        Path file = write("a.txt", GOOD);

        reader.read(List.of(folder, file), "auto", sink);

        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void namesTheBatchWithoutFoldersAndExtensions() {
        assertThat(new PackedFile(Path.of("x/gpt-3.5-10-turns.json.gz"), 1).batch())
                .isEqualTo("gpt-3.5-10-turns");
        assertThat(new PackedFile(Path.of("gpt-3.5"), 1).batch()).isEqualTo("gpt-3.5");
        assertThat(new PackedFile(Path.of("session.jsonl"), 1).batch()).isEqualTo("session");
    }

    @Test
    void goesOnBehindABadFile() throws IOException {
        write("1.ids", GOOD);
        write("2.ids", new byte[0]);
        write("3.ids", text("ids\nc\n"));

        reader.read(List.of(folder), "auto", sink);

        assertThat(ids()).containsExactly("a", "b", "c");
        assertThat(sink.refusals)
                .containsExactly(new Refusal(folder.resolve("2.ids").toString(), "file", "Is empty"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThat(reasonFor(text("  \n\t\n"))).isEqualTo("Is blank");
        assertThat(reasonFor(new byte[] {1, 2, 0, 3})).isEqualTo("Is binary, not text");
        assertThat(reasonFor(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .isEqualTo("Is binary, not text");
        assertThat(reasonFor("{\"m\u00fcll\":1}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Is not in UTF-8");
        assertThat(reasonFor("{\"a\":1}".getBytes(StandardCharsets.UTF_16))).isEqualTo("Is in UTF-16, not in UTF-8");
        assertThat(reasonFor("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("Is in UTF-16, not in UTF-8");
        assertThat(reasonFor(text("{\"a\":1}"))).isEqualTo("Is JSON, but in none of the formats ids");
        assertThat(reasonFor(text("hello"))).isEqualTo("Is in none of the formats ids");
        assertThat(reasonFor(new byte[] {0x1f, (byte) 0x8b, 8})).isEqualTo("Is cut off: the packed content has no end");
        assertThat(reasonFor(new byte[] {0x1f, (byte) 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9}))
                .isEqualTo("Is damaged: the packed content cannot be unpacked");
    }

    @Test
    void passesOverTextsThatLieBesideTraces() throws IOException {
        write("LICENSE", text("Permission is hereby granted"));
        write(".hidden", GOOD);
        write(".git/config", GOOD);
        write("runs.ids", GOOD);

        reader.read(List.of(folder), "auto", sink);

        assertThat(ids()).containsExactly("a", "b");
        assertThat(sink.reasons())
                .containsExactlyInAnyOrder(
                        "Passed over: plain text, no traces",
                        "Passed over: its name begins with a dot",
                        "Passed over: its name begins with a dot");
    }

    @Test
    void keepsWhatCameBeforePackedContentBreaksOff() throws IOException {
        StringBuilder lines = new StringBuilder("ids\n");
        for (int i = 0; i < 50_000; i++) {
            lines.append(Integer.toString(i * 7919, 36)).append('\n');
        }
        byte[] whole = packed(text(lines.toString()));
        write("cut.gz", Arrays.copyOf(whole, whole.length / 2));

        reader.read(List.of(folder), "auto", sink);

        assertThat(sink.updates).hasSizeGreaterThan(1_000);
        assertThat(sink.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo("Is cut off: the packed content has no end");
            assertThat(refusal.position()).startsWith("behind line ");
        });
        assertThat(sink.ended).containsExactly("cut");
    }

    @Test
    void stopsAtADecompressionBomb() throws IOException {
        write("bomb.gz", packed(text("ids\n" + "x\n".repeat(2_000_000))));

        reader.read(List.of(folder), "auto", sink);

        assertThat(sink.reasons()).containsExactly("Unpacks to more than 1000000 bytes");
    }

    @Test
    void refusesAFileThatTwoFormatsClaimEquallyAndTakesTheSurer() throws IOException {
        Path file = write("a.ids", GOOD);
        TraceSource one = new LineSource("one", 0.5);
        TraceSource two = new LineSource("two", 0.5);

        reader(1_000, two, one).read(List.of(file), "auto", sink);
        reader(1_000, two, one, new LineSource("three", 0.6)).read(List.of(file), "auto", sink);
        reader(1_000, two, one).read(List.of(file), "two", sink);

        assertThat(sink.reasons()).containsExactly("Could be any of one, two: name the format");
        assertThat(sink.began).containsExactly("a:three", "a:two");
    }

    @Test
    void isolatesASourceThatFails() throws IOException {
        write("1.ids", text("ids\na\nbad\ncrash\nb\n"));
        write("2.ids", text("ids explode\nc\n"));
        write("3.ids", text("ids\nd\n"));

        reader.read(List.of(folder), "auto", sink);

        assertThat(ids()).containsExactly("a", "d");
        assertThat(sink.reasons())
                .containsExactly(
                        "Is bad", "Source 'ids' failed: IllegalStateException", "Passed over: plain text, no traces");
        assertThat(sink.refusals.get(1).position()).isEqualTo("behind line 2");
    }

    @Test
    void letsTheFailureOfTheTargetThrough() throws IOException {
        Path file = write("1.ids", GOOD);
        ListFileSink failing = new ListFileSink();
        TraceSource source = new LineSource("ids", 1);

        assertThatThrownBy(
                        () -> new GuardedReading(new PackedFile(file, 1_000), source, new FailingSink(failing)).run())
                .hasMessage("store is gone");
        assertThat(failing.refusals).isEmpty();
    }

    @Test
    void refusesUnknownFormatsAndMissingPaths() {
        assertThatThrownBy(() -> reader.read(List.of(folder), "nope", sink))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("format must be one of auto, ids, got 'nope'");
        assertThatThrownBy(() -> reader.read(List.of(folder.resolve("gone")), "auto", sink))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path must exist");
    }

    @Test
    void leavesSingleLinesInAnotherEncodingToTheSource() throws IOException {
        write("a.ids", "ids\na\nm\u00fcll\nb\n".getBytes(StandardCharsets.ISO_8859_1));

        reader.read(List.of(folder), "auto", sink);

        assertThat(ids()).containsExactly("a", "m\ufffdll", "b");
    }

    @Test
    void ignoresAByteOrderMark() throws IOException {
        write("a.ids", text("\ufeffids\na\n"));

        reader.read(List.of(folder), "auto", sink);

        assertThat(ids()).containsExactly("a");
    }

    private String reasonFor(byte[] content) throws IOException {
        Path file = write("file", content);
        sink.refusals.clear();
        reader.read(List.of(file), "auto", sink);
        return sink.refusals.get(0).reason();
    }

    private List<String> ids() {
        return sink.updates.stream()
                .map(TraceUpdate::trace)
                .map(trace -> trace.id())
                .toList();
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static FileReader reader(long limit, TraceSource... sources) {
        return new FileReader(limit, List.of(sources));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** Fails as a store does that is gone. */
    private record FailingSink(ListFileSink files) implements tacit.api.ingest.TraceFiles.FileSink {

        @Override
        public void begin(TraceFile file, String format, long bytes) {
            files.begin(file, format, bytes);
        }

        @Override
        public TraceSink sink(TraceFile file) {
            return new TraceSink() {
                @Override
                public void accept(TraceUpdate update, String position) {
                    throw new IllegalStateException("store is gone");
                }

                @Override
                public void refuse(String position, String reason) {
                    files.sink(file).refuse(position, reason);
                }
            };
        }

        @Override
        public void end(TraceFile file) {
            files.end(file);
        }

        @Override
        public void refuse(Refusal refusal) {
            files.refuse(refusal);
        }
    }
}
