package tacit.examples.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for.
 *
 * @param recording the file to write; null to run against Tacit
 * @param session names the series of runs
 * @param trials how often each task is done
 * @param context what the agent is told in a recording; may be empty
 * @param api the address of the API
 * @param otlp the address for OTLP exporters
 * @param assignment for whom the agent works
 * @param token the token for Tacit; null when there is none
 */
record Options(
        @Nullable Path recording,
        String session,
        int trials,
        String context,
        URI api,
        URI otlp,
        Assignment assignment,
        @Nullable String token) {

    static final String USAGE = "records-agent [--record FILE [--context FILE]] [--session NAME] [--trials N]"
            + " [--workspace ID] [--user ID] [--audience private|group|public] [--api URL] [--otlp URL] [--token TOKEN]";

    static Options parse(List<String> arguments) {
        Path recording = null;
        String session = "records-" + Clock.systemUTC().millis();
        int trials = 1;
        String context = "";
        URI api = URI.create("http://127.0.0.1:7717");
        URI otlp = URI.create("http://127.0.0.1:4318");
        Assignment assignment = Assignment.ANYBODY;
        String token = System.getenv("TACIT_TOKEN");
        for (int index = 0; index < arguments.size(); index += 2) {
            String value = value(arguments, index);
            switch (arguments.get(index)) {
                case "--record" -> recording = Path.of(value);
                case "--context" -> context = text(Path.of(value));
                case "--session" -> session = value;
                case "--trials" -> trials = Integer.parseInt(value);
                case "--api" -> api = URI.create(value);
                case "--otlp" -> otlp = URI.create(value);
                case "--workspace" -> assignment = new Assignment(value, assignment.user(), assignment.audience());
                case "--user" -> assignment = new Assignment(assignment.workspace(), value, assignment.audience());
                case "--audience" -> assignment = new Assignment(assignment.workspace(), assignment.user(), value);
                case "--token" -> token = value;
                default -> throw new IllegalArgumentException("Unknown option '" + arguments.get(index) + "'");
            }
        }
        return new Options(recording, session, trials, context, api, otlp, assignment, token);
    }

    private static String value(List<String> arguments, int index) {
        if (index + 1 >= arguments.size()) {
            throw new IllegalArgumentException("Option '" + arguments.get(index) + "' needs a value");
        }
        return arguments.get(index + 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read context '" + file + "'", e);
        }
    }
}
