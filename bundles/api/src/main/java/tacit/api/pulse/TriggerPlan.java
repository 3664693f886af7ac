package tacit.api.pulse;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger needs of the host. Immutable.
 *
 * @param problems what is wrong with its options, for people; with one it does not run
 * @param every how often it wants to be asked, at least a second; null for never
 * @param files patterns under the folder of its workspace whose files it wants to see, such as {@code .git/HEAD}
 * @param content whether it wants their words, or only that they changed
 * @param requests whether it takes requests over HTTP
 */
public record TriggerPlan(
        List<String> problems, @Nullable Duration every, List<String> files, boolean content, boolean requests) {

    public TriggerPlan {
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    /** One that can not run. */
    public static TriggerPlan refused(String problem) {
        return new TriggerPlan(List.of(problem), null, List.of(), false, false);
    }
}
