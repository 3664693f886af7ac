package tacit.runtime.calls;

import org.jspecify.annotations.Nullable;

/** What was thrown, in words that outlive the class loader of its class. */
final class Thrown {

    /** The field that tells an exception from an answer. */
    static final String FIELD = "thrown";

    private static final int LONGEST = 4_096;

    private Thrown() {}

    /** {@code class: message}, or the class alone. */
    static String text(Throwable failure) {
        String type = failure.getClass().getName();
        String message = message(failure);
        if (message == null) {
            return type;
        }
        return type + ": " + (message.length() <= LONGEST ? message : message.substring(0, LONGEST));
    }

    // a plugin may throw what throws again when it is asked
    private static @Nullable String message(Throwable failure) {
        try {
            return failure.getMessage();
        } catch (RuntimeException e) {
            return "no message, " + e.getClass().getName();
        }
    }
}
