package tacit.api.channel;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way out. Immutable.
 *
 * @param id the same however often it is sent, so that a receiver can tell it is the same
 * @param text as long as the channel bears
 * @param reply what the message said about where to answer
 * @param address where answers go, or whom mails are from, as the operator configured it; null when nobody did
 * @param at when the answer was ready
 */
public record OutgoingMessage(
        String id,
        String text,
        SortedMap<String, String> reply,
        @Nullable String address,
        Instant at) {

    public OutgoingMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
        reply = Collections.unmodifiableSortedMap(new TreeMap<>(reply));
    }
}
