package tacit.memory.recall.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said in a run. Immutable.
 *
 * @param role {@code user}, {@code assistant} or {@code tool}
 * @param speaker the name of who spoke
 * @param text what was said
 * @param at when; null when that is not recorded
 * @param spanId the first span that holds it
 * @param repeat how many times the same was said before by the same, from 0
 */
record Said(
        String role, String speaker, String text, @Nullable Instant at, String spanId, int repeat) {

    static final String USER = "user";
    static final String ASSISTANT = "assistant";
    static final String TOOL = "tool";

    Said again(int times) {
        return new Said(role, speaker, text, at, spanId, times);
    }

    /** The same for what was said once and is repeated in the input of later calls. */
    String key() {
        return role + '\n' + repeat + '\n' + text;
    }
}
