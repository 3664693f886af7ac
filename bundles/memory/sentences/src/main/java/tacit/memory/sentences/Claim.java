package tacit.memory.sentences;

import java.util.Objects;

/**
 * Something that was said to hold. Immutable.
 *
 * @param subject of whom: {@link #USER}, or another person as they were named
 * @param predicate what is said of them, such as {@code likes} or {@code employer}
 * @param value the words that say it, as they were written
 * @param polarity whether it is affirmed
 * @param category what it is about
 * @param confidence in [0, 1]
 * @param begin where the words begin in the text, in characters
 * @param end where they end
 * @param expiry how long it is likely to hold
 */
public record Claim(
        String subject,
        String predicate,
        String value,
        Polarity polarity,
        Category category,
        double confidence,
        int begin,
        int end,
        Expiry expiry) {

    /** The subject of what somebody says of themselves. */
    public static final String USER = "user";

    public Claim {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(predicate, "predicate");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(polarity, "polarity");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(expiry, "expiry");
    }

    /** Whether whoever said it spoke of themselves. */
    public boolean ofUser() {
        return subject.equals(USER);
    }
}
