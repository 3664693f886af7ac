package tacit.evidence.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tacit.api.ingest.TraceSource;

/** Whatever bytes of one line are overwritten: nothing is thrown, and the lines around it are read. */
class MutatedTranscriptsTest {

    private static final String FIRST = "{\"trace\":{\"id\":\"first\"}}";
    private static final String MIDDLE = "{\"trace\":{\"id\":\"mid\"},\"spans\":[{\"id\":\"s\",\"operation\":\"chat\","
            + "\"attributes\":{\"a\":[1,{\"b\":2.5}]}}],\"outcomes\":[{\"label\":\"success\",\"source\":\"user\"}]}";
    private static final String LAST = "{\"trace\":{\"id\":\"last\"}}";

    @Property(tries = 1_000, seed = "20260101")
    void tacitLines(@ForAll @Size(max = 8) byte[] bytes, @ForAll @IntRange(max = 10_000) int at) throws IOException {
        CollectingSink sink = read(new TacitLinesSource(), FIRST, mutated(MIDDLE, bytes, at), LAST);

        assertThat(sink.traceIds()).startsWith("first").endsWith("last");
        assertThat(sink.updates.size() + sink.refusals.size()).isGreaterThanOrEqualTo(2);
    }

    @Property(tries = 1_000, seed = "20260101")
    void claudeCodeLines(@ForAll @Size(max = 8) byte[] bytes, @ForAll @IntRange(max = 10_000) int at)
            throws IOException {
        String call =
                ClaudeCodeSourceTest.assistant("a1", 1, "m1", ClaudeCodeSourceTest.toolUse("t1", "Bash", "{\"c\":1}"));

        CollectingSink sink = read(
                new ClaudeCodeSource(),
                ClaudeCodeSourceTest.user("u1", 0, "\"Go\""),
                mutated(call, bytes, at),
                ClaudeCodeSourceTest.assistant("a9", 9, "m9", ClaudeCodeSourceTest.text("End")));

        assertThat(sink.updates.toString()).contains("id=m9");
    }

    @Property(tries = 1_000, seed = "20260101")
    void codexLines(@ForAll @Size(max = 8) byte[] bytes, @ForAll @IntRange(max = 10_000) int at) throws IOException {
        CollectingSink sink = read(
                new CodexSource(),
                CodexSourceTest.META + "\n" + CodexSourceTest.ASKED,
                mutated(CodexSourceTest.call(3, "k1", "{}"), bytes, at),
                CodexSourceTest.message(4, "assistant", "output_text", "The end"));

        assertThat(sink.updates.toString()).contains("The end", "Count the files");
    }

    private static CollectingSink read(TraceSource source, String first, byte[] middle, String last)
            throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((first + "\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(middle);
        content.writeBytes(("\n" + last + "\n").getBytes(StandardCharsets.UTF_8));
        return CollectingSink.reading(source, new TextFile("batch", content.toByteArray()));
    }

    private static byte[] mutated(String line, byte[] bytes, int at) {
        byte[] content = line.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            content[(at + i) % content.length] = bytes[i];
        }
        return content;
    }
}
