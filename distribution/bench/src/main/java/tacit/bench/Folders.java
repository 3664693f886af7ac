package tacit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where a benchmark finds things, whatever directory it is called from. */
public final class Folders {

    private Folders() {}

    /** The project. */
    public static Path project() {
        return Path.of(System.getenv().getOrDefault("TACIT_ROOT", "."));
    }

    /** The real data: what {@code TACIT_DATA} names, or the folder beside the project. */
    public static Path data() {
        String data = System.getenv("TACIT_DATA");
        return data == null || data.isBlank()
                ? project().resolve("../shared/data").normalize()
                : Path.of(data);
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
