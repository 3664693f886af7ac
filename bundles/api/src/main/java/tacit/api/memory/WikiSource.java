package tacit.api.memory;

import java.util.Objects;

/**
 * Something that was gathered for a vault. Immutable.
 *
 * @param kind what it is
 * @param title of it
 * @param origin where it comes from, such as an address; may be empty
 * @param text as it came
 */
public record WikiSource(Kind kind, String title, String origin, String text) {

    /** What can be gathered. */
    public enum Kind {
        ARTICLE,
        PAPER,
        TRANSCRIPT,
        REPO,
        DATASET
    }

    public WikiSource {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(text, "text");
    }
}
