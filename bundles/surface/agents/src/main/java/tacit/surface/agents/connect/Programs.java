package tacit.surface.agents.connect;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The programs of this machine.
 *
 * @param folders where they are looked for
 */
record Programs(List<Path> folders) {

    Programs {
        folders = List.copyOf(folders);
    }

    static Programs ofPath() {
        String path = System.getenv("PATH");
        return new Programs(
                path == null
                        ? List.of()
                        : Arrays.stream(path.split(File.pathSeparator, -1))
                                .filter(folder -> !folder.isBlank())
                                .map(Path::of)
                                .toList());
    }

    boolean has(String name) {
        return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(name)));
    }
}
