package tacit.learn.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/** The masks of this version, in the order in which they apply: the resource is all that versions differ in. */
final class Masks {

    private static final String RESOURCE = "masks.txt";

    private Masks() {}

    static List<Mask> read() {
        try (InputStream content = Masks.class.getResourceAsStream(RESOURCE)) {
            if (content == null) {
                throw new IllegalStateException("Cannot read '" + RESOURCE + "': it is not in the bundle");
            }
            return new BufferedReader(new InputStreamReader(content, UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(Mask::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + RESOURCE + "': " + e.getMessage(), e);
        }
    }
}
