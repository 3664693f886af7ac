package tacit.api.recall;

import java.util.Objects;

/**
 * What a tool takes. Immutable.
 *
 * @param name of the argument
 * @param kind of its value
 * @param required whether it must be given
 * @param summary what it is, in one sentence
 */
public record ToolParameter(String name, Kind kind, boolean required, String summary) {

    /** What an argument can be. */
    public enum Kind {
        TEXT,
        WHOLE_NUMBER,
        NUMBER,
        TRUTH,
        /** A list of texts. */
        TEXTS,
        /** Texts by name. */
        TEXTS_BY_NAME
    }

    public ToolParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(summary, "summary");
    }
}
