package tacit.api.sandbox;

import org.osgi.annotation.versioning.ProviderType;

/** Runs candidates in child processes, one for each run, from a warm pool. Thread-safe. */
@ProviderType
public interface Sandbox {

    /** The most that this system allows. */
    SandboxLevel level();

    /**
     * Asks a candidate every case of a run, on the caller's thread, and returns when all are answered, failed or cut off.
     * Whatever the candidate does ends this run at worst.
     *
     * @throws IllegalStateException when the level is below the one that the run or the configuration demands, or no child
     *     process can be started
     */
    SandboxReport run(SandboxRun run);
}
