package tacit.api.pulse;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger needs of the host. Immutable.
 *
 * @param problems what is wrong with its options, for people; with one it does not run
 * @param every how often it wants to be asked, at least a second: at the multiples of it since 1970; null for never
 * @param files patterns under the folder of its workspace whose files it wants to see, such as {@code .git/HEAD}: with {@code *} for
 *     any part of a name and {@code **} for any folders
 * @param content whether it wants to see all of them with their words, or only those that changed, without
 * @param requests whether it takes requests over HTTP
 * @param headers which headers of requests it reads; those that hold secrets are never shown
 */
public record TriggerPlan(
        List<String> problems,
        @Nullable Duration every,
        List<String> files,
        boolean content,
        boolean requests,
        List<String> headers) {

    public TriggerPlan {
        problems = List.copyOf(problems);
        files = List.copyOf(files);
        headers = List.copyOf(headers);
    }

    /** One that can not run. */
    public static TriggerPlan refused(String problem) {
        return new TriggerPlan(List.of(problem), null, List.of(), false, false, List.of());
    }
}
