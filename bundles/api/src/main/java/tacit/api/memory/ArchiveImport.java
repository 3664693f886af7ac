package tacit.api.memory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Memories of another assistant that shall come into the archive. Immutable.
 *
 * @param workspaceId the workspace
 * @param userId to whom they belong; null for all of the workspace
 * @param provider whose they were, for people; empty when nobody said
 * @param text what was pasted, or the export's JSON
 * @param privately whether they are private
 * @param everywhere whether every workspace finds them; only for imports that belong to no user
 * @param evidence who imports them, at least one
 */
public record ArchiveImport(
        String workspaceId,
        @Nullable String userId,
        String provider,
        String text,
        boolean privately,
        boolean everywhere,
        List<Evidence> evidence) {

    /** The most characters of one import. */
    public static final int LONGEST = 5_000_000;

    public ArchiveImport {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(text, "text");
        evidence = List.copyOf(evidence);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "text must have at most " + LONGEST + " characters, got " + text.length());
        }
        if (everywhere && userId != null) {
            throw new IllegalArgumentException("everywhere must be false for what belongs to a user");
        }
    }

    /** The same, imported by somebody. */
    public ArchiveImport withEvidence(List<Evidence> who) {
        return new ArchiveImport(workspaceId, userId, provider, text, privately, everywhere, who);
    }
}
