package tacit.api.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A template and what stands in it. Immutable.
 *
 * <p>Templates are Pebble's, and every value is escaped; the macros that all panels share are described in {@code
 * docs/mission-control.md}. Values are texts, numbers, booleans, times, null, and lists and maps with text keys of these.
 *
 * @param title of the page, beneath the panel's own
 * @param template the template's text
 * @param values what it shows, by name
 */
public record Page(String title, String template, Map<String, Object> values) {

    public Page {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(template, "template");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * A page whose template lies beside a class of its bundle.
     *
     * @param name the file, such as {@code traces.peb}
     * @throws IllegalArgumentException when there is no such file
     */
    public static Page of(String title, Class<?> beside, String name, Map<String, Object> values) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No template '" + name + "' beside " + beside.getName());
            }
            return new Page(title, new String(in.readAllBytes(), StandardCharsets.UTF_8), values);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read template '" + name + "'", e);
        }
    }
}
