package tacit.examples.records;

import org.jspecify.annotations.Nullable;

/**
 * For whom the agent works.
 *
 * @param workspace where; null for wherever its token is for
 * @param user who asks; null for nobody in particular
 * @param audience who reads the answers: {@code private}, {@code group} or {@code public}
 */
public record Assignment(
        @Nullable String workspace, @Nullable String user, String audience) {

    /** For whomever the token is for, alone with the agent. */
    public static final Assignment ANYBODY = new Assignment(null, null, "private");
}
