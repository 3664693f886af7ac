package tacit.runtime.sandbox.walls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs of the system, looked for where the system keeps them and nowhere else.
 *
 * @param folders in order
 */
public record Tools(List<Path> folders) {

    public Tools {
        folders = List.copyOf(folders);
    }

    public static Tools ofSystem() {
        return new Tools(Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")
                .map(Path::of)
                .toList());
    }

    boolean have(String... names) {
        return Stream.of(names).allMatch(name -> candidates(name).findFirst().isPresent());
    }

    /** The full path of a program that is there. */
    String path(String name) {
        return candidates(name)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new IllegalStateException("Cannot find program '" + name + "'"));
    }

    private Stream<Path> candidates(String name) {
        return folders.stream().map(folder -> folder.resolve(name)).filter(Files::isExecutable);
    }
}
