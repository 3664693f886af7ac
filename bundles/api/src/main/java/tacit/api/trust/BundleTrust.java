package tacit.api.trust;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Examines the bytes of a bundle without running any of it. Stateless and thread-safe. */
@ProviderType
public interface BundleTrust {

    /** When a bundle is examined: at its approval, or each time that it starts again afterwards. */
    enum Moment {
        /** Everything counts, also how long a statement is good for. */
        ACTIVATION,
        /** It was approved before: the hash, the signature and the revocation list count. */
        START
    }

    /**
     * Reads the jar and judges it by the policy in force. A jar that cannot be read is a refusal too, never an exception.
     *
     * @param statement the signed statement that came with it, as JSON; null when none did
     */
    Examination examine(byte[] jar, @Nullable String statement, Moment moment);

    /** The policy in words: {@code hash} or {@code signed}, the keys that are pinned, what is revoked. */
    String policy();
}
