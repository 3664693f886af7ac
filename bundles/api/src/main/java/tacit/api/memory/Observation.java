package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A memory of the archive, taken apart. Immutable.
 *
 * @param memoryId the memory
 * @param taskId the run that it comes from; null for none
 * @param type what it is
 * @param origin who captured it
 * @param title in one line
 * @param subtitle where it comes from, for people
 * @param narrative what happened
 * @param facts single statements of it
 * @param concepts words that tell what it is about
 * @param filesRead paths that it names as read
 * @param filesModified paths that it names as changed
 * @param contentHash the same for the same words again
 * @param captureReason why it was captured, or that the same was captured just before
 * @param privacy what may become of it
 * @param generatedBy {@code capture}, {@code backfill} or {@code manual}
 * @param detailTokens how much room the whole memory takes, estimated
 * @param createdAt when it was captured
 */
public record Observation(
        String memoryId,
        @Nullable String taskId,
        ArchiveType type,
        ArchiveOrigin origin,
        String title,
        String subtitle,
        String narrative,
        List<String> facts,
        List<String> concepts,
        List<String> filesRead,
        List<String> filesModified,
        String contentHash,
        String captureReason,
        ArchivePrivacy privacy,
        String generatedBy,
        int detailTokens,
        Instant createdAt) {

    public Observation {
        Objects.requireNonNull(memoryId, "memoryId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(narrative, "narrative");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(captureReason, "captureReason");
        Objects.requireNonNull(privacy, "privacy");
        Objects.requireNonNull(generatedBy, "generatedBy");
        Objects.requireNonNull(createdAt, "createdAt");
        facts = List.copyOf(facts);
        concepts = List.copyOf(concepts);
        filesRead = List.copyOf(filesRead);
        filesModified = List.copyOf(filesModified);
    }
}
