package tacit.api.page;

import java.util.Objects;

/**
 * What came of a form. Immutable.
 *
 * @param message one sentence for who sent it
 * @param path where to go on, from the panel's own path on, such as {@code e17}; empty to stay on the page with the form
 */
public record Done(String message, String path) {

    public Done {
        Objects.requireNonNull(message, "message");
        if (path.startsWith("/") || path.contains("..") || path.contains(":")) {
            throw new IllegalArgumentException("path must lead on from the panel, got '" + path + "'");
        }
    }

    /** Stays where it was done. */
    public static Done here(String message) {
        return new Done(message, "");
    }
}
