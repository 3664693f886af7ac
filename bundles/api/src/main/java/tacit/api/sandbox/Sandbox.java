package tacit.api.sandbox;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Runs candidates in child processes, one for each run, from a warm pool. Thread-safe. */
@ProviderType
public interface Sandbox {

    /** The most that this system allows. */
    SandboxLevel level();

    /** The means by which, in words; the first call of this or {@link #level} tries them, which takes a moment. */
    List<String> walls();

    /**
     * Asks a candidate every case of a run, on the caller's thread, and returns when all are answered, failed or cut off.
     * Whatever the candidate does ends this run at worst.
     *
     * @throws IllegalStateException when the level is below the one that the run or the configuration demands, or no child
     *     process can be started
     */
    SandboxReport run(SandboxRun run);
}
