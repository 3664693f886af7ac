package tacit.runtime.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import tacit.runtime.launcher.data.HostAddress;

/** Sends each line that is typed to the shell of the running host, until {@code exit} or the end of the input. */
final class Conversation {

    private final Surroundings surroundings;
    private final InputStream input;

    Conversation(Surroundings surroundings, InputStream input) {
        this.surroundings = surroundings;
        this.input = input;
    }

    /** Answers the exit code of the last line. */
    int run(Invocation invocation, HostAddress host) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
        int code = Verb.OK;
        prompt();
        for (String line = lines.readLine(); line != null && !line.trim().equals("exit"); line = lines.readLine()) {
            if (!line.isBlank()) {
                code = new RemoteCommand(surroundings)
                        .run(new Invocation(invocation.verb(), invocation.data(), List.of(line)), host);
            }
            prompt();
        }
        return code;
    }

    private void prompt() {
        if (surroundings.interactive()) {
            surroundings.out().print("tacit> ");
            surroundings.out().flush();
        }
    }
}
