package tacit.api.generation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trust.BundleFacts;

/**
 * A bundle that waits for its activation, or was refused. Immutable.
 *
 * @param sha256 the hash of its jar
 * @param fileName where it came from, without folders
 * @param stagedAt when
 * @param stagedBy who, or {@code plugins} for the watched folder
 * @param facts what it is; null when it is no bundle at all
 * @param state what may become of it
 * @param needs what it needs of the host, in words
 * @param problems what is missing or wrong, each a sentence; of one that can be activated, how an activation of it failed
 */
public record Candidate(
        String sha256,
        String fileName,
        Instant stagedAt,
        String stagedBy,
        @Nullable BundleFacts facts,
        State state,
        List<String> needs,
        List<String> problems) {

    /** What may become of a candidate. */
    public enum State {
        /** It can be activated. */
        STAGED,
        /** It is part of the active generation. */
        ACTIVE,
        /** Something that it needs is not there yet. */
        WAITING,
        /** It may not run here. */
        REFUSED
    }

    public Candidate {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(stagedAt, "stagedAt");
        Objects.requireNonNull(stagedBy, "stagedBy");
        Objects.requireNonNull(state, "state");
        needs = List.copyOf(needs);
        problems = List.copyOf(problems);
    }
}
