package tacit.examples.records;

import org.jspecify.annotations.Nullable;

/** Something that the agent can call. */
interface Tool {

    String name();

    /** Calls it with its arguments as a JSON object. */
    Result call(String arguments);

    /**
     * What a call gave.
     *
     * @param text the result, or the message of the error
     * @param errorType the class of the error; null when it worked
     */
    record Result(String text, @Nullable String errorType) {

        boolean failed() {
            return errorType != null;
        }
    }
}
