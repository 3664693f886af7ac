package tacit.runtime.sandbox.walls;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tacit.api.sandbox.SandboxLevel;

/** Every kind of walls, best first. */
public final class AllWalls {

    private AllWalls() {}

    /**
     * Those up to a level that make sense for the host's user.
     *
     * @param visible the paths that a child process may see where its file system is its own
     */
    public static List<Walls> upTo(SandboxLevel highest, boolean root, Tools tools, Limits limits, List<Path> visible) {
        // Limits on threads do not bind root, and bubblewrap does not change the user
        Walls second = root ? new UserWalls(tools, limits) : new BubblewrapWalls(tools, limits, visible);
        return Stream.of(new NamespaceWalls(tools, limits, visible, root), second, new ProcessWalls(tools, limits))
                .filter(walls -> walls.level().compareTo(highest) <= 0)
                .toList();
    }
}
