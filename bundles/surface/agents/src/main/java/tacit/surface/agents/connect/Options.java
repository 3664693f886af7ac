package tacit.surface.agents.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the verb. Immutable.
 *
 * @param agent which agent
 * @param dryRun whether only to show what would be done
 * @param replaces whether telemetry of the user that goes elsewhere is replaced
 * @param home the home folder; null where none was named
 * @param project a project's folder; null where none was named
 * @param userId whose agent it is; null where nobody was named
 */
record Options(
        Agent agent,
        boolean dryRun,
        boolean replaces,
        @Nullable Path home,
        @Nullable Path project,
        @Nullable String userId) {

    /** @throws IllegalArgumentException where something is missing, unknown or contradicts */
    static Options parse(List<String> arguments, Path workingDirectory) {
        List<String> rest = new ArrayList<>(arguments);
        boolean dryRun = rest.remove("--dry-run");
        boolean replaces = rest.remove("--replace-telemetry");
        Path home = folder(take(rest, "--home"), workingDirectory);
        Path project = folder(take(rest, "--project"), workingDirectory);
        String user = take(rest, "--user");
        if (home != null && project != null) {
            throw new IllegalArgumentException("--home and --project must not be given together");
        }
        if (user != null && (user.isBlank() || user.length() > 200)) {
            throw new IllegalArgumentException("--user must have 1 to 200 characters");
        }
        if (rest.size() != 1) {
            throw new IllegalArgumentException("one agent must be named, claude-code or codex, got " + rest);
        }
        return new Options(Agent.of(rest.get(0)), dryRun, replaces, home, project, user);
    }

    /** Where the agent looks for its settings. */
    Path folder() {
        Path base = project != null ? project : homeFolder();
        return base.resolve(agent == Agent.CLAUDE_CODE ? ".claude" : ".codex");
    }

    boolean named() {
        return home != null || project != null;
    }

    Path homeFolder() {
        return home != null ? home : Path.of(System.getProperty("user.home")).toAbsolutePath();
    }

    private static @Nullable Path folder(@Nullable String value, Path workingDirectory) {
        return value == null
                ? null
                : workingDirectory.toAbsolutePath().resolve(value).normalize();
    }

    private static @Nullable String take(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (at + 1 == arguments.size()) {
            throw new IllegalArgumentException(name + " must be followed by a value");
        }
        arguments.remove(at);
        return arguments.remove(at);
    }
}
