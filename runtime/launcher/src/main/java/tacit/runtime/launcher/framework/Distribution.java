package tacit.runtime.launcher.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The installed image: which bundle starts at which level, and the files beside them.
 *
 * @param root the folder
 */
public record Distribution(Path root) {

    private static final int LIBRARIES_AND_API = 10;
    private static final List<String> STORE = List.of("tacit.store.", "tacit.runtime.backup-", "tacit.surface.cli-");

    public Distribution {
        Objects.requireNonNull(root, "root");
    }

    /** The image that the command was started from. */
    public static Distribution ofSystemProperty() {
        String home = System.getProperty("tacit.home");
        if (home == null) {
            throw new IllegalStateException("Cannot find the distribution: system property 'tacit.home' is not set");
        }
        return new Distribution(Path.of(home));
    }

    /** The jars of {@code bundles/<level>} above one level and up to another, in order. */
    public SortedMap<Integer, List<Path>> bundles(int above, int upTo) throws IOException {
        SortedMap<Integer, List<Path>> byLevel = new TreeMap<>();
        try (Stream<Path> folders = Files.list(root.resolve("bundles"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                int level = Integer.parseInt(folder.getFileName().toString());
                if (level > above && level <= upTo) {
                    byLevel.put(level, jars(folder));
                }
            }
        }
        return byLevel;
    }

    /** Of those up to the services, the ones that a database and a copy of it need. */
    SortedMap<Integer, List<Path>> bundlesOfStore() throws IOException {
        SortedMap<Integer, List<Path>> byLevel = bundles(0, Host.COMMAND_LEVEL);
        byLevel.replaceAll((level, jars) -> level <= LIBRARIES_AND_API
                ? jars
                : jars.stream().filter(Distribution::isOfStore).toList());
        return byLevel;
    }

    private static boolean isOfStore(Path jar) {
        return STORE.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    /** Settings of libraries: shell and logging. */
    public Path settings() {
        return root.resolve("etc");
    }

    /** Recorded traces to look at; absent when the image was built without. */
    public Path sample() {
        return root.resolve("sample");
    }

    /** The jars in a folder, by name; none when it is absent. */
    static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
