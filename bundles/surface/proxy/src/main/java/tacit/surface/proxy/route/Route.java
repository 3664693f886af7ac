package tacit.surface.proxy.route;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which way a request went. Immutable but for the answer.
 *
 * @param upstream who answered; null where nobody did
 * @param answer null where nobody answered
 * @param skipped who was asked before and did not do, in their order
 * @param candidates how many could have been asked
 * @param late whether the last one took too long
 */
public record Route(
        @Nullable Upstream upstream, @Nullable Answered answer, List<Skipped> skipped, int candidates, boolean late) {

    /**
     * Somebody who was asked in vain.
     *
     * @param upstream its name
     * @param reason in words that hold nothing of the request
     * @param millis how long that took
     */
    public record Skipped(String upstream, String reason, long millis) {

        @Override
        public String toString() {
            return upstream + ": " + reason + " (" + millis + " ms)";
        }
    }

    public Route {
        skipped = List.copyOf(skipped);
    }

    /** Who answered, or {@code none}. */
    public String name() {
        return upstream == null ? "none" : upstream.name();
    }

    /** How many were asked. */
    public int attempts() {
        boolean last = upstream != null
                && skipped.stream().noneMatch(one -> one.upstream().equals(upstream.name()));
        return skipped.size() + (last ? 1 : 0);
    }

    /** Why it went that way. */
    public String reason() {
        if (skipped.isEmpty()) {
            return "first of " + candidates;
        }
        String past = skipped.stream().map(Skipped::toString).collect(Collectors.joining("; "));
        return upstream == null ? "nobody answered, " + past : "after " + past;
    }

    /** As a header tells it, in at most 500 characters. */
    public String header() {
        String text = name() + "; attempts=" + attempts() + "; reason=\"" + reason().replace('"', '\'') + "\"";
        return text.length() <= 500 ? text : text.substring(0, 499) + "\"";
    }
}
