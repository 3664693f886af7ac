package tacit.runtime.sandbox.walls;

import java.nio.file.Path;

/** What walls are called in reports; {@code doctor} says the same. */
final class Words {

    static final String NAMESPACES = "own network, processes and file system of few named paths";
    static final String OTHER_USER = "another user without rights";
    static final String NO_RIGHTS = "no rights beyond the own user's";
    static final String LIMITS = "limits on threads, memory, open files and file size";
    static final String FEW_LIMITS = "limits on memory, open files and file size";
    static final String PROCESS = "bounded heap, empty environment, private folder";

    /** The private folder in a root of its own. */
    static final Path ROOM = Path.of("/cell");

    private Words() {}
}
