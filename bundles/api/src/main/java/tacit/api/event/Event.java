package tacit.api.event;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tacit.api.store.Scope;

/**
 * One thing that happened. Immutable.
 *
 * @param sequence its number in this run of the host, from 1 on
 * @param kind what happened: lower case words with dots between, such as {@code trace.recorded}
 * @param scope whose it is; the default workspace for what concerns the whole host
 * @param shared whether it concerns the whole host, so that every workspace sees it
 * @param subject the id of what it happened to
 * @param facts what more there is to say, by name: ids, states, counts, and no text that an agent or a user wrote
 * @param at when
 */
public record Event(
        long sequence,
        String kind,
        Scope scope,
        boolean shared,
        String subject,
        Map<String, String> facts,
        Instant at) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z_]*(\\.[a-z][a-z_]*)*");
    private static final int LONGEST = 200;

    public Event {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(at, "at");
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind must be lower case words with dots between, got '" + kind + "'");
        }
        if (subject.isBlank() || subject.length() > LONGEST) {
            throw new IllegalArgumentException("subject must have 1 to " + LONGEST + " characters");
        }
        facts = Map.copyOf(facts);
    }
}
