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
        return Stream.of(
                        new NamespaceWalls(tools, limits, visible, root),
                        new BubblewrapWalls(tools, limits, visible),
                        new UserWalls(tools, limits),
                        new ProcessWalls(tools, limits))
                .filter(walls -> root || !walls.foreignUser())
                .filter(walls -> walls.level().compareTo(highest) <= 0)
                .toList();
    }
}
