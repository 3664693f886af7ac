package tacit.learn.notes;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something that a run may have known. Immutable.
 *
 * @param kind what it is
 * @param text as it is compared: identifiers in lower case, sentences with single spaces
 */
public record Fact(Kind kind, String text) implements Comparable<Fact> {

    private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::kind)
            .thenComparing(
                    Comparator.comparingInt((Fact fact) -> fact.text().length()).reversed())
            .thenComparing(Fact::text);

    /** What a fact can be, the most telling first. */
    public enum Kind {
        /** A sentence that says what must, may or may not be done. */
        POLICY,
        /** The name of a table, column, field or parameter. */
        SCHEMA,
        /** An id, a path or an address. */
        REFERENCE
    }

    public Fact {
        Objects.requireNonNull(kind, "kind");
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
    }

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }
}
