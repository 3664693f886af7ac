package tacit.runtime.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a restore is asked for. Immutable.
 *
 * @param file the copy; absolute
 * @param force whether to move aside what is there
 * @param store the database in place of that of the copy: {@link #HSQLDB}, or a file with settings of PostgreSQL
 */
record RestoreOptions(Path file, boolean force, Optional<String> store) {

    static final String HSQLDB = "hsqldb";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is missing, unknown, or names no file
     */
    static RestoreOptions parse(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        Optional<String> store = Invocation.take(rest, "--store");
        boolean force = rest.remove("--force");
        if (rest.size() != 1 || rest.get(0).startsWith("--")) {
            throw new IllegalArgumentException("restore needs one file, and knows --force and --store, got " + rest);
        }
        store.filter(name -> !name.equals(HSQLDB) && !Files.isRegularFile(Path.of(name)))
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "--store must be hsqldb or a file with settings, got '" + name + "'");
                });
        Path file = Path.of(rest.get(0)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("Cannot restore '" + file + "': there is no such file");
        }
        return new RestoreOptions(file, force, store);
    }
}
