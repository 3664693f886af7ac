package tacit.api.memory;

import java.time.Instant;
import java.util.Objects;

/**
 * An episode as the playbook keeps it, with how its pattern has done. Immutable.
 *
 * @param id of its memory
 * @param episode all that was stored
 * @param category what the error was about; {@link ErrorCategory#UNKNOWN} for a success too
 * @param pattern the same for episodes of the same goal
 * @param record how the pattern has done
 * @param storedAt when it was stored
 * @param updatedAt when it was last changed
 */
public record PlaybookEntry(
        String id,
        PlaybookEpisode episode,
        ErrorCategory category,
        String pattern,
        TrackRecord record,
        Instant storedAt,
        Instant updatedAt) {

    /**
     * How a pattern has done.
     *
     * @param successes episodes and verified uses that succeeded
     * @param failures episodes and verified uses that failed
     * @param mean the share of successes to expect: of older ones less, and a half where there are none
     */
    public record TrackRecord(long successes, long failures, double mean) {}

    public PlaybookEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(episode, "episode");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(storedAt, "storedAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }
}
