package tacit.runtime.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.runtime.launcher.data.HostAddress;

/** Runs the lines of a pipe or a file in the running host, until {@code exit} or the end of the input. */
final class Conversation {

    private final Surroundings surroundings;
    private final InputStream input;

    Conversation(Surroundings surroundings, InputStream input) {
        this.surroundings = surroundings;
        this.input = input;
    }

    /** Answers the exit code of the last line that failed; 0 when none did. */
    int run(Invocation invocation, HostAddress host) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
        HostLines hostLines = new HostLines(invocation.data(), host);
        int failed = Verb.OK;
        for (String line = next(lines); line != null && !TypedLine.leaves(line); line = next(lines)) {
            int code = isNothing(line) ? Verb.OK : hostLines.run(surroundings, List.of(line));
            failed = code == Verb.OK ? failed : code;
        }
        return failed;
    }

    private static boolean isNothing(String line) {
        return line.isEmpty() || line.startsWith("#");
    }

    private static @Nullable String next(BufferedReader lines) throws IOException {
        String typed = lines.readLine();
        if (typed == null) {
            return null;
        }
        StringBuilder whole = new StringBuilder(typed);
        while (TypedLine.isOpen(whole.toString())) {
            String more = lines.readLine();
            if (more == null) {
                break;
            }
            whole.append('\n').append(more);
        }
        return TypedLine.joined(whole.toString());
    }
}
