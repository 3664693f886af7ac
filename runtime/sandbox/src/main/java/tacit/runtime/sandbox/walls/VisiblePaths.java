package tacit.runtime.sandbox.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The paths that a Java process cannot do without. */
public final class VisiblePaths {

    private static final List<Path> SYSTEM = Stream.of(
                    "/lib",
                    "/lib64",
                    "/usr/lib",
                    "/usr/lib64",
                    "/etc/ld.so.cache",
                    "/dev/null",
                    "/dev/zero",
                    "/dev/random",
                    "/dev/urandom")
            .map(Path::of)
            .toList();

    private VisiblePaths() {}

    /**
     * The libraries of the system, a Java and what its configuration links to, and folders of the image.
     *
     * @param java the home of the Java, without links in its path
     */
    public static List<Path> of(Path java, Collection<Path> folders) throws IOException {
        Set<Path> paths = new LinkedHashSet<>();
        SYSTEM.forEach(path -> add(paths, path));
        add(paths, java);
        folders.forEach(folder -> add(paths, folder));
        for (Path part : List.of(java.resolve("conf"), java.resolve("lib"))) {
            for (Path link : links(part)) {
                addTargets(paths, link);
            }
        }
        return List.copyOf(paths);
    }

    private static List<Path> links(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isSymbolicLink).sorted().toList();
        }
    }

    private static void addTargets(Set<Path> paths, Path link) throws IOException {
        Path hop = link;
        while (Files.isSymbolicLink(hop)) {
            hop = hop.resolveSibling(Files.readSymbolicLink(hop)).normalize();
            add(paths, hop);
        }
    }

    private static void add(Set<Path> paths, Path path) {
        boolean shown = paths.stream().anyMatch(known -> path.startsWith(known) && !Files.isSymbolicLink(known));
        if (!shown && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            paths.add(path);
        }
    }
}
