package tacit.api.execute;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Persistent shell sessions, one for a task or a workspace: folder, environment and aliases are as the last command left them, and
 * survive a restart of the host. Commands of a session run one after the other. Thread-safe.
 */
@ProviderType
public interface Shells {

    /**
     * Runs a command in a session, which is opened when there is none.
     *
     * @param key of the session within its workspace: the id of a task, or one word for the whole workspace
     * @throws IllegalArgumentException when the workspace has no folder, or the command is blank or too long
     */
    ShellResult run(String workspaceId, String key, String command, Duration timeout) throws InterruptedException;

    List<ShellSession> sessions(String workspaceId);

    /** Forgets folder, environment and aliases; false when there was none. */
    boolean reset(String workspaceId, String key);

    /**
     * What a command gave. Immutable.
     *
     * @param exit its status; -1 when it was out of time
     * @param output bounded
     * @param error bounded
     * @param cut whether something was left out
     */
    record ShellResult(int exit, String output, String error, boolean cut, boolean timedOut) {}

    /**
     * How a session stands. Immutable.
     *
     * @param environment what its commands changed, with marks for secrets
     * @param aliases by name
     */
    record ShellSession(
            String workspaceId,
            String key,
            Path folder,
            Map<String, String> environment,
            Map<String, String> aliases,
            long commands,
            Instant lastUsedAt) {

        public ShellSession {
            Objects.requireNonNull(folder, "folder");
            environment = Map.copyOf(environment);
            aliases = Map.copyOf(aliases);
        }
    }
}
