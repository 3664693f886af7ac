package tacit.memory.sentences;

import java.util.regex.Pattern;

/**
 * One way to say something. Immutable.
 *
 * @param category what it is about
 * @param predicate what is said
 * @param polarity whether it is affirmed
 * @param confidence in [0, 1]
 * @param expiry how long it is likely to hold
 * @param ofOthers whether it is said of the person in group {@code s}
 * @param pattern the words; group {@code v} is the value, without it all of them are
 */
record Rule(
        Category category,
        String predicate,
        Polarity polarity,
        double confidence,
        Expiry expiry,
        boolean ofOthers,
        Pattern pattern) {}
