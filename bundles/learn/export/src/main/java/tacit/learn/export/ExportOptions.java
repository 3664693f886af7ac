package tacit.learn.export;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeSource;

/**
 * What is asked for. Immutable.
 *
 * @param preference whether pairs are wanted; whole runs otherwise
 * @param file where to
 * @param scope the workspace, and the user where one is named
 * @param agent of this agent only; null for every
 * @param from earliest start; null for none
 * @param until latest start, exclusive; null for none
 * @param weakest the lightest source of an outcome that counts
 * @param score the least score of what is to be learned; null where none is needed
 * @param pairs the most pairs of one task
 * @param json whether the summary is JSON
 */
record ExportOptions(
        boolean preference,
        Path file,
        Scope scope,
        @Nullable String agent,
        @Nullable Instant from,
        @Nullable Instant until,
        OutcomeSource weakest,
        @Nullable Double score,
        int pairs,
        boolean json) {

    static final String USAGE =
            "export --sft FILE | --preference FILE [--workspace W] [--user U] [--agent A] [--from TIME]"
                    + " [--until TIME] [--min-source user|grader|rule|agent] [--min-score S] [--pairs N] [--json]";

    private static final Set<String> VALUED = Set.of(
            "--sft",
            "--preference",
            "--workspace",
            "--user",
            "--agent",
            "--from",
            "--until",
            "--min-source",
            "--min-score",
            "--pairs");
    private static final int MOST_PAIRS = 100;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is wrong; its message is the complaint
     */
    static ExportOptions of(List<String> arguments, Path workingDirectory) {
        List<String> rest = new ArrayList<>(arguments);
        boolean json = rest.remove("--json");
        Map<String, String> values = values(rest);
        @Nullable String sft = values.get("--sft");
        @Nullable String preference = values.get("--preference");
        @Nullable String file = sft == null ? preference : sft;
        if (file == null || (sft != null && preference != null)) {
            throw new IllegalArgumentException("Either --sft FILE or --preference FILE must be given, usage: " + USAGE);
        }
        return new ExportOptions(
                preference != null,
                workingDirectory.resolve(file).toAbsolutePath().normalize(),
                new Scope(values.getOrDefault("--workspace", Scope.DEFAULT_WORKSPACE), values.get("--user")),
                values.get("--agent"),
                time("--from", values.get("--from")),
                time("--until", values.get("--until")),
                source(values.getOrDefault("--min-source", "rule")),
                score(values.get("--min-score")),
                pairs(values.getOrDefault("--pairs", "1")),
                json);
    }

    private static Map<String, String> values(List<String> rest) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < rest.size(); i += 2) {
            String name = rest.get(i);
            if (!VALUED.contains(name)) {
                throw new IllegalArgumentException("Unknown option '" + name + "', usage: " + USAGE);
            }
            if (i + 1 >= rest.size() || rest.get(i + 1).isBlank()) {
                throw new IllegalArgumentException(name + " must be followed by a value");
            }
            values.put(name, rest.get(i + 1));
        }
        return values;
    }

    /** A day begins in UTC. */
    private static @Nullable Instant time(String name, @Nullable String word) {
        if (word == null) {
            return null;
        }
        try {
            return Instant.parse(word.matches("\\d{4}-\\d{2}-\\d{2}") ? word + "T00:00:00Z" : word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " must be a day or a time such as 2026-03-01T17:00:00Z, got '" + word + "'", e);
        }
    }

    private static OutcomeSource source(String word) {
        for (OutcomeSource source : OutcomeSource.values()) {
            if (source.name().toLowerCase(Locale.ROOT).equals(word)) {
                return source;
            }
        }
        throw new IllegalArgumentException("--min-source must be user, grader, rule or agent, got '" + word + "'");
    }

    private static @Nullable Double score(@Nullable String word) {
        if (word == null) {
            return null;
        }
        try {
            double score = Double.parseDouble(word);
            if (Double.isFinite(score)) {
                return score;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--min-score must be a number, got '" + word + "'", e);
        }
        throw new IllegalArgumentException("--min-score must be finite, got '" + word + "'");
    }

    private static int pairs(String word) {
        if (word.matches("[1-9]\\d{0,2}") && Integer.parseInt(word) <= MOST_PAIRS) {
            return Integer.parseInt(word);
        }
        throw new IllegalArgumentException("--pairs must be in [1, " + MOST_PAIRS + "], got '" + word + "'");
    }
}
