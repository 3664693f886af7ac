package tacit.memory.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Attempt;
import tacit.api.memory.ContextRequest;
import tacit.api.store.Scope;

/**
 * What stands behind the verb when an attempt is meant. Immutable.
 *
 * @param request for the task
 * @param attempt which one it is
 */
record RetryOptions(ContextRequest request, Attempt attempt) {

    static final String RETRY = "--retry";

    private static final String PENDING = "--pending";
    private static final Set<String> VALUED = Set.of(
            "--workspace",
            "--user",
            "--audience",
            "--run",
            "--attempt",
            "--attempts",
            "--retries",
            "--reason",
            "--recovery",
            PENDING);

    static RetryOptions read(List<String> arguments, Instant now) {
        Map<String, String> values = new HashMap<>();
        List<String> pending = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> rest = new ArrayList<>(arguments);
        rest.remove(RETRY);
        boolean executing = rest.remove("--executing");
        while (!rest.isEmpty()) {
            String word = rest.remove(0);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (!VALUED.contains(word)) {
                throw new IllegalArgumentException("'" + word + "' must be --executing or one of "
                        + VALUED.stream().sorted().toList());
            } else if (rest.isEmpty()) {
                throw new IllegalArgumentException(word + " must be followed by a value");
            } else if (word.equals(PENDING)) {
                pending.add(rest.remove(0));
            } else {
                values.put(word, rest.remove(0));
            }
        }
        return new RetryOptions(request(String.join(" ", words), values, now), attempt(values, pending, !executing));
    }

    private static ContextRequest request(String task, Map<String, String> values, Instant now) {
        return new ContextRequest(
                values.getOrDefault("--workspace", Scope.DEFAULT_WORKSPACE),
                task,
                RecallOptions.audience(values.getOrDefault("--audience", "private"), values.get("--user")),
                now,
                1);
    }

    private static Attempt attempt(Map<String, String> values, List<String> pending, boolean planning) {
        int number = number("--attempt", values.get("--attempt"), 1);
        return new Attempt(
                values.get("--run"),
                number,
                number("--attempts", values.get("--attempts"), number),
                number("--retries", values.get("--retries"), 0),
                values.get("--reason"),
                values.get("--recovery"),
                pending,
                planning);
    }

    private static int number(String name, @Nullable String value, int usual) {
        if (value == null) {
            return usual;
        }
        if (!value.matches("\\d{1,4}")) {
            throw new IllegalArgumentException(name + " must be in [0, 9999], got '" + value + "'");
        }
        return Integer.parseInt(value);
    }
}
