package tacit.memory.durable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;

/**
 * A message as it is kept. Immutable.
 *
 * @param role who says it
 * @param text on one line
 * @param tool whether it is what a tool took or answered, and nothing else
 * @param lane where its words come from
 * @param at when it was said; null when nobody knows
 * @param hash the same for the same words of the same role
 */
record Line(
        String role,
        String text,
        boolean tool,
        TrustLane lane,
        @Nullable Instant at,
        String hash) {

    static Line of(String role, String text, boolean tool, TrustLane lane, @Nullable Instant at) {
        return new Line(role, text, tool, lane, at, Names.hash(role, text));
    }
}
