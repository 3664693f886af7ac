package tacit.api.experiment;

import java.util.concurrent.Callable;
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
     * @param unit null for work of nobody, which is never led to a candidate
     * @throws Exception what the work throws
     */
    <T> T serve(String workspaceId, @Nullable String unit, Callable<T> work) throws Exception;
}
