package tacit.api.learn;

import java.util.List;
import java.util.Objects;

/**
 * One thing that must hold of an answer. Immutable.
 *
 * @param kind how it is looked at
 * @param path a JSON pointer (RFC 6901) into the answer; empty for the whole answer
 * @param expected what is expected there: JSON texts for {@link Kind#EQUALS} and {@link Kind#ONE_OF}, plain text for
 *     {@link Kind#CONTAINS}, {@link Kind#OMITS}, {@link Kind#IN_ORDER} and {@link Kind#RANKS_WITHIN}, a number for the bounds
 */
public record AnswerCheck(Kind kind, String path, List<String> expected) {

    /** How an answer is looked at. */
    public enum Kind {
        /** The value is the one that is expected, as JSON: the order of an object's members does not matter. */
        EQUALS,
        /** The value is one of those that are expected. */
        ONE_OF,
        /** Each text occurs in the value. */
        CONTAINS,
        /** None of the texts occurs in the value. */
        OMITS,
        /** The first text occurs among the first elements of the list: as many as the second says. */
        RANKS_WITHIN,
        /** The texts occur in elements of the list in this order, others may stand between them. */
        IN_ORDER,
        /** The number, or the length of the text or list, is at most this. */
        AT_MOST,
        /** The number, or the length of the text or list, is at least this. */
        AT_LEAST
    }

    /** More is not looked at. */
    public static final int MAX_EXPECTED = 50;

    public AnswerCheck {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        expected = List.copyOf(expected);
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new IllegalArgumentException("path must be empty or begin with '/', got '" + path + "'");
        }
        if (expected.isEmpty() || expected.size() > MAX_EXPECTED) {
            throw new IllegalArgumentException(
                    "expected must hold 1 to " + MAX_EXPECTED + " values, got " + expected.size());
        }
        int values = values(kind, expected.size());
        if (expected.size() != values) {
            throw new IllegalArgumentException(kind + " must have " + values + " values, got " + expected.size());
        }
    }

    private static int values(Kind kind, int given) {
        return switch (kind) {
            case EQUALS, AT_MOST, AT_LEAST -> 1;
            case RANKS_WITHIN -> 2;
            case ONE_OF, CONTAINS, OMITS, IN_ORDER -> given;
        };
    }
}
