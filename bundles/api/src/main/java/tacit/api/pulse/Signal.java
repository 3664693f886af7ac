package tacit.api.pulse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a look of one profile. Immutable.
 *
 * @param id of the signal
 * @param profileId whom it waits for
 * @param workspaceId where; null for every workspace
 * @param family what it is about
 * @param source where it came from first
 * @param fingerprint what makes two the same
 * @param urgency the highest that was told
 * @param confidence the highest that was told, in [0, 1]
 * @param expiresAt from when on it is no longer there
 * @param evidence references, without doubles
 * @param mergedCount how often it was told
 * @param firstSeenAt when it was told first
 * @param lastSeenAt when it was told last
 * @param reason in words, as told last; null for none
 * @param payload what else was said
 * @param origin the execution that caused it; null for none of ours
 * @param deferred how often a look was put off while the user worked
 */
public record Signal(
        String id,
        String profileId,
        @Nullable String workspaceId,
        SignalFamily family,
        SignalSource source,
        String fingerprint,
        Urgency urgency,
        double confidence,
        Instant expiresAt,
        List<String> evidence,
        int mergedCount,
        Instant firstSeenAt,
        Instant lastSeenAt,
        @Nullable String reason,
        Map<String, String> payload,
        @Nullable String origin,
        int deferred) {

    public Signal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(urgency, "urgency");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(firstSeenAt, "firstSeenAt");
        Objects.requireNonNull(lastSeenAt, "lastSeenAt");
        evidence = List.copyOf(evidence);
        payload = Map.copyOf(payload);
    }

    /** The greater of what is known and what its urgency asks for, in [0, 1]. */
    public double strength() {
        return Math.max(confidence, urgency.floor());
    }
}
