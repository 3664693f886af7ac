package tacit.surface.gateway.rest.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;

/**
 * Where a listener left off. Numbers of events begin anew with each run of the host, so a place names the run. Immutable.
 *
 * @param run of this host, in small letters and digits
 * @param leftIn the run in which the listener left off; null for a listener who is new
 * @param number of the last event that the listener has
 */
record Place(String run, @Nullable String leftIn, long number) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,16})-(\\d{1,18})");

    /** @param text as the listener was told it; blank for one who is new */
    static Place read(String run, String text) {
        if (text.isBlank()) {
            return new Place(run, null, 0);
        }
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new HttpProblem(400, "Last-Event-ID must be the id of an event");
        }
        return new Place(run, matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    /** The number after which news are told. */
    long after(long latest) {
        return leftIn == null ? latest : number;
    }

    /** Whether some news since then are gone, or were told by a host that is gone. */
    boolean isLost(long oldest, long latest) {
        return leftIn != null && (!leftIn.equals(run) || number + 1 < oldest || number > latest);
    }

    String id(long sequence) {
        return run + "-" + sequence;
    }
}
