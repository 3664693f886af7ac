package tacit.pulse.executors.shells;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.execute.Shells.ShellResult;
import tacit.api.execute.Shells.ShellSession;
import tacit.api.ingest.Redactor;
import tacit.pulse.executors.work.Program;

/** What is shown of sessions and of what their commands gave: bounded, and with marks for secrets. Immutable, thread-safe. */
final class ShellView {

    static final int LONGEST_OUTPUT = 16_000;
    private static final int MOST_READ = 1 << 20;
    private static final String CUT = "\n… [cut] …\n";
    private static final String SECRET = "[secret]";

    private final Redactor redactor;

    ShellView(Redactor redactor) {
        this.redactor = redactor;
    }

    ShellSession session(ShellState state, Path folder) {
        return new ShellSession(
                state.workspaceId(),
                state.key(),
                folder,
                masked(state.environment()),
                masked(state.aliasesByName()),
                state.commands(),
                state.lastUsedAt());
    }

    private Map<String, String> masked(Map<String, String> values) {
        Map<String, String> masked = new TreeMap<>();
        values.forEach((name, value) -> masked.put(
                name,
                redactor.secretName(name) ? SECRET : redactor.redact(value).text()));
        return masked;
    }

    ShellResult result(Program.Ended ended, Path scratch) throws IOException {
        Text output = text(scratch.resolve("output"));
        Text error = text(scratch.resolve("error"));
        return new ShellResult(
                ended.timedOut() || ended.tooMuch() ? -1 : ended.exit(),
                output.text(),
                error.text(),
                output.cut() || error.cut() || ended.tooMuch(),
                ended.timedOut());
    }

    private record Text(String text, boolean cut) {}

    private Text text(Path file) throws IOException {
        boolean cut;
        String text;
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            cut = length > MOST_READ;
            text = cut
                    ? part(bytes, 0, MOST_READ / 2) + CUT + part(bytes, length - MOST_READ / 2, MOST_READ / 2)
                    : part(bytes, 0, (int) length);
        }
        String clean = redactor.redact(text).text();
        if (clean.length() <= LONGEST_OUTPUT) {
            return new Text(clean, cut);
        }
        int half = (LONGEST_OUTPUT - CUT.length()) / 2;
        return new Text(clean.substring(0, half) + CUT + clean.substring(clean.length() - half), true);
    }

    private static String part(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
