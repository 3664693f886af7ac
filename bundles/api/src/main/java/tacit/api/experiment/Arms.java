package tacit.api.experiment;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Leads each unit of a canary to its arm. Thread-safe; cheap where no canary runs.
 *
 * <p>A unit is what the traffic is split by: a profile, else a user, else a session. The same unit of a workspace is on the
 * same side as long as the canary lasts, so that its runs can be counted for the arm that served them.
 */
@ProviderType
public interface Arms {

    /**
     * Does work under the candidate of the canary that the unit takes part in, or else under what is in force.
     *
     * @param unit as {@link #unit} makes it; null for work of nobody, which is never led to a candidate
     * @throws Exception what the work throws
     */
    <T> T serve(String workspaceId, @Nullable String unit, Callable<T> work) throws Exception;

    /** What traffic is split by, as requests and traces name it: the profile, else the user, else the session; null for nobody. */
    static @Nullable String unit(@Nullable String profileId, @Nullable String userId, @Nullable String sessionId) {
        if (profileId != null) {
            return "profile " + profileId;
        }
        if (userId != null) {
            return "user " + userId;
        }
        return sessionId == null ? null : "session " + sessionId;
    }

    /** As {@link #serve(String, String, Callable)}, for work that throws nothing checked, in a host that may have no canaries. */
    static <T> T serve(@Nullable Arms arms, String workspaceId, @Nullable String unit, Supplier<T> work) {
        if (arms == null || unit == null) {
            return work.get();
        }
        try {
            return arms.serve(workspaceId, unit, work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot serve '" + unit + "'", e);
        }
    }
}
