package tacit.api.trust;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an examination found. Immutable.
 *
 * @param sha256 of all the bytes, 64 hexadecimal digits in lower case
 * @param facts what the bundle is; null when it is no bundle at all
 * @param refusals why it may not run, each a sentence for an operator; empty when it may
 * @param keyId the pinned key whose statement holds; null where none was needed or given
 */
public record Examination(
        String sha256,
        @Nullable BundleFacts facts,
        List<String> refusals,
        @Nullable String keyId) {

    public Examination {
        Objects.requireNonNull(sha256, "sha256");
        refusals = List.copyOf(refusals);
    }

    /** Whether it may run. */
    public boolean trusted() {
        return facts != null && refusals.isEmpty();
    }
}
