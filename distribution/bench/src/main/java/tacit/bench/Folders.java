package tacit.bench;

import java.nio.file.Path;

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
}
