package tacit.runtime.sandbox.walls;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import tacit.api.sandbox.SandboxLevel;

/** One way to run a program apart from the rest of the system. Immutable. */
public interface Walls {

    /** What it amounts to when it stands. */
    SandboxLevel level();

    /** The means, for people. */
    List<String> words();

    /** Whether the programs that it needs are there. */
    boolean available();

    /** Whether the private folder must be reachable by a user other than the host's. */
    boolean foreignUser();

    /**
     * The whole command.
     *
     * @param folder private to this process, empty
     * @param user a user id that nobody else has
     * @param program the command to run; it is told the private folder as the program sees it
     */
    List<String> command(Path folder, int user, Function<Path, List<String>> program);
}
