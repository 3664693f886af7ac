package tacit.examples.records.changes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for.
 *
 * @param seed of the records, the tasks, and the agent's carelessness
 * @param part which tasks are done
 * @param keys the tasks that are done alone; empty for all of the part
 * @param batch names the series of runs
 * @param listed whether keys are printed and nothing is done
 * @param api the address of the API
 * @param otlp the address for OTLP exporters
 * @param token null when there is none
 * @param trial whose candidate shall answer; null for what is in force
 */
record ChangeOptions(
        long seed,
        Part part,
        Set<String> keys,
        String batch,
        boolean listed,
        URI api,
        URI otlp,
        @Nullable String token,
        @Nullable String trial) {

    static final String USAGE =
            "records-agent changes [--seed N] [--part learned|held-out|later|renamed|coded] [--keys -] [--list yes]"
                    + " [--session NAME] [--api URL] [--otlp URL] [--token TOKEN|--token-file FILE]; TACIT_BATCH and TACIT_TRIAL are those of an"
                    + " experiment";

    /** @param in where keys are read from, one in a line, when {@code --keys -} is given */
    static ChangeOptions parse(List<String> arguments, Map<String, String> environment, InputStream in) {
        long seed = 1;
        Part part = Part.LEARNED;
        Set<String> keys = Set.of();
        boolean listed = false;
        String batch = environment.getOrDefault(
                "TACIT_BATCH", "changes-" + Clock.systemUTC().millis());
        URI api = URI.create("http://127.0.0.1:7717");
        URI otlp = URI.create("http://127.0.0.1:4318");
        String token = environment.get("TACIT_TOKEN");
        for (int index = 0; index < arguments.size(); index += 2) {
            if (index + 1 >= arguments.size()) {
                throw new IllegalArgumentException("Option '" + arguments.get(index) + "' needs a value");
            }
            String value = arguments.get(index + 1);
            switch (arguments.get(index)) {
                case "--seed" -> seed = Long.parseLong(value);
                case "--part" -> part = Part.of(value);
                case "--keys" -> keys = keys(value, in);
                case "--list" -> listed = value.equals("yes");
                case "--session" -> batch = value;
                case "--api" -> api = URI.create(value);
                case "--otlp" -> otlp = URI.create(value);
                case "--token" -> token = value;
                case "--token-file" -> token = text(Path.of(value)).strip();
                default -> throw new IllegalArgumentException("Unknown option '" + arguments.get(index) + "'");
            }
        }
        return new ChangeOptions(seed, part, keys, batch, listed, api, otlp, token, environment.get("TACIT_TRIAL"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read token file '" + file + "'", e);
        }
    }

    private static Set<String> keys(String value, InputStream in) {
        if (!value.equals("-")) {
            throw new IllegalArgumentException("--keys must be -, which reads them from standard input");
        }
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
