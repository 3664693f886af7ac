package tacit.runtime.harness.staging;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trust.BundleFacts;

/**
 * What is remembered of a bundle that was staged; what it lacks is found out whenever somebody asks. Immutable.
 *
 * @param sha256 the hash of its jar
 * @param fileName where it came from, without folders
 * @param stagedAt when, as text
 * @param stagedBy who
 * @param facts what it is; null when it is no bundle at all
 * @param refusals why it may not run; empty when it may
 * @param failure how its last activation failed; null when none did
 */
record StagedBundle(
        String sha256,
        String fileName,
        String stagedAt,
        String stagedBy,
        @Nullable BundleFacts facts,
        List<String> refusals,
        @Nullable String failure) {

    StagedBundle {
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(stagedBy, "stagedBy");
        Instant.parse(stagedAt);
        refusals = List.copyOf(refusals);
    }

    boolean isRefused() {
        return facts == null || !refusals.isEmpty();
    }

    Instant time() {
        return Instant.parse(stagedAt);
    }

    StagedBundle withFailure(@Nullable String text) {
        return new StagedBundle(sha256, fileName, stagedAt, stagedBy, facts, refusals, text);
    }
}
