package tacit.bench.fit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads what lies beside the classes. */
final class Resource {

    private Resource() {}

    static String text(String name) {
        try (InputStream content = Resource.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("Cannot read '" + name + "': it is not in the jar");
            }
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read '" + name + "': " + e.getMessage(), e);
        }
    }
}
