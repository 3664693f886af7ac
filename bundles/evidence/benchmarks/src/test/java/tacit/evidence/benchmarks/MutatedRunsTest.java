package tacit.evidence.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tacit.api.ingest.TraceSource;

/**
 * Whatever is overwritten: nothing is thrown, what stands before is read, and what stands behind is read as long as the
 * brackets and quotes still say where it begins.
 */
class MutatedRunsTest {

    private static final String TAU = TauBenchSourceTest.run(2, 0, 1, TauBenchSourceTest.MESSAGES);
    private static final String INTERCODE = "\"2\":" + InterCodeSourceTest.task("b", 1);

    @Property(tries = 1_000, seed = "20260101")
    void tauRunsKeepTheirNeighbours(@ForAll @Size(max = 6) byte[] bytes, @ForAll @IntRange(max = 10_000) int at)
            throws IOException {
        CollectingSink sink = read(
                new TauBenchSource(),
                "[" + TauBenchSourceTest.run(1, 0, 1, "[]") + ",",
                mutated(TAU, harmless(bytes), at, true),
                "," + TauBenchSourceTest.run(3, 0, 1, "[]") + "]");

        assertThat(sink.traceIds()).contains("runs/1/0", "runs/3/0");
    }

    @Property(tries = 1_000, seed = "20260101")
    void tauRunsKeepWhatCameBefore(@ForAll @Size(max = 6) byte[] bytes, @ForAll @IntRange(max = 10_000) int at)
            throws IOException {
        CollectingSink sink = read(
                new TauBenchSource(),
                "[" + TauBenchSourceTest.run(1, 0, 1, "[]") + ",",
                mutated(TAU, bytes, at, false),
                "," + TauBenchSourceTest.run(3, 0, 1, "[]") + "]");

        assertThat(sink.traceIds()).contains("runs/1/0");
        assertThat(sink.updates.size() + sink.refusals.size()).isGreaterThanOrEqualTo(2);
    }

    @Property(tries = 1_000, seed = "20260101")
    void interCodeRunsKeepTheirNeighbours(@ForAll @Size(max = 6) byte[] bytes, @ForAll @IntRange(max = 10_000) int at)
            throws IOException {
        CollectingSink sink = read(
                new InterCodeSource(),
                "{\"1\":" + InterCodeSourceTest.task("a", 1) + ",",
                mutated(INTERCODE, harmless(bytes), at, true),
                ",\"3\":" + InterCodeSourceTest.task("c", 1) + "}");

        assertThat(sink.traceIds()).contains("runs/1/0", "runs/3/0");
    }

    @Property(tries = 1_000, seed = "20260101")
    void interCodeRunsKeepWhatCameBefore(@ForAll @Size(max = 6) byte[] bytes, @ForAll @IntRange(max = 10_000) int at)
            throws IOException {
        CollectingSink sink = read(
                new InterCodeSource(),
                "{\"1\":" + InterCodeSourceTest.task("a", 1) + ",",
                mutated(INTERCODE, bytes, at, false),
                ",\"3\":" + InterCodeSourceTest.task("c", 1) + "}");

        assertThat(sink.traceIds()).contains("runs/1/0");
    }

    private static CollectingSink read(TraceSource source, String first, byte[] middle, String last)
            throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(first.getBytes(StandardCharsets.UTF_8));
        content.writeBytes(middle);
        content.writeBytes(last.getBytes(StandardCharsets.UTF_8));
        CollectingSink sink = new CollectingSink();
        source.read(new TextFile(content.toByteArray()), sink);
        return sink;
    }

    /** Overwrites bytes; with {@code structured} those that the structure hangs on stay as they are. */
    private static byte[] mutated(String run, byte[] bytes, int at, boolean structured) {
        byte[] content = run.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int place = (at + i) % content.length;
            if (!structured || !hangsOn(content[place])) {
                content[place] = bytes[i];
            }
        }
        return content;
    }

    private static byte[] harmless(byte[] bytes) {
        byte[] harmless = bytes.clone();
        for (int i = 0; i < harmless.length; i++) {
            harmless[i] = hangsOn(harmless[i]) ? (byte) '?' : harmless[i];
        }
        return harmless;
    }

    private static boolean hangsOn(byte b) {
        return "[]{}\"\\,\n".indexOf(b) >= 0;
    }
}
