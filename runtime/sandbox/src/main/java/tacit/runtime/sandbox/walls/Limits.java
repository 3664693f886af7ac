package tacit.runtime.sandbox.walls;

import java.util.ArrayList;
import java.util.List;

/**
 * What one child process may use.
 *
 * @param threads threads and processes together
 * @param folderMegabytes all that it writes
 * @param memoryMegabytes of its own, heap and all else
 */
public record Limits(int threads, int folderMegabytes, int memoryMegabytes) {

    static final int OPEN_FILES = 256;

    /** The limits that count per process. */
    List<String> command(Tools tools) {
        return List.of(
                tools.path("prlimit"),
                "--nofile=" + OPEN_FILES,
                "--fsize=" + megabytes(folderMegabytes),
                "--data=" + megabytes(memoryMegabytes),
                "--core=0");
    }

    /** Also the limit that counts per user: of use only for a user of its own. */
    List<String> commandForOwnUser(Tools tools) {
        List<String> command = new ArrayList<>(command(tools));
        command.add("--nproc=" + threads);
        return command;
    }

    private static long megabytes(int count) {
        return count * 1024L * 1024;
    }
}
