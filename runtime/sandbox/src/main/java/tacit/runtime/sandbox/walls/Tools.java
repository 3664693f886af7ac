package tacit.runtime.sandbox.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** The full path of a program that is there; behind links, for where the link leads may be out of sight. */
    String path(String name) {
        Path program = candidates(name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Cannot find program '" + name + "'"));
        try {
            return program.toRealPath().toString();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Stream<Path> candidates(String name) {
        return folders.stream().map(folder -> folder.resolve(name)).filter(Files::isExecutable);
    }
}
