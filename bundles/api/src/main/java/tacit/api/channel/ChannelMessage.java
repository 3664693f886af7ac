package tacit.api.channel;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;

/**
 * Something that a person wrote. Immutable.
 *
 * @param id the same for the same message however often it is delivered; never blank, at most 1000 characters
 * @param text the words
 * @param userId who wrote it, as the channel knows them; null when nobody knows
 * @param sessionId the conversation; never blank
 * @param audience who will see the answer
 * @param reply what the channel needs to know to answer, such as an address; handed back with the answer
 */
public record ChannelMessage(
        String id,
        String text,
        @Nullable String userId,
        String sessionId,
        Audience.Kind audience,
        SortedMap<String, String> reply) {

    /** The most characters of an id. */
    public static final int LONGEST_ID = 1000;

    public ChannelMessage {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("id must have 1 to " + LONGEST_ID + " characters, got " + id.length());
        }
        Objects.requireNonNull(text, "text");
        if (userId != null && userId.isBlank()) {
            throw new IllegalArgumentException("userId must not be blank");
        }
        if (sessionId.isBlank()) {
            throw new IllegalArgumentException("sessionId must not be blank");
        }
        Objects.requireNonNull(audience, "audience");
        reply = Collections.unmodifiableSortedMap(new TreeMap<>(reply));
    }
}
