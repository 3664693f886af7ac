package tacit.api.reflect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Where the core thinks about a target. Thread-safe. */
@ProviderType
public interface ReflectionDesk {

    /**
     * Thinks about a target, on the calling thread.
     *
     * @param profileId whose thought it is
     * @param targetKey null for the one that is worth it most
     * @param reason such as {@code pulse:RUN} or {@code operator}
     * @param manual whether cadence and settings are passed
     * @return empty when there is nothing to think about
     */
    Optional<ReflectionResult> reflect(String profileId, @Nullable String targetKey, String reason, boolean manual);

    /**
     * What came of it. Immutable.
     *
     * @param runId the run; an earlier one when nothing has changed since
     * @param outcome sleep, suggest, dispatch, notify, defer, dismiss, blocked or failed
     * @param fresh whether it is new
     */
    record ReflectionResult(String runId, String outcome, boolean fresh) {}
}
