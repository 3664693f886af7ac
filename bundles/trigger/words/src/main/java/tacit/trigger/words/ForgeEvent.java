package tacit.trigger.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Urgency;

/**
 * What a forge such as GitHub tells by a webhook: a push, an issue, a pull request, or a check that failed. Immutable.
 *
 * @param name push, pull_request, issue or check
 * @param subject what makes two tell of the same: the repository, and the number or the branch
 * @param reason in words
 * @param payload what else was said
 */
public record ForgeEvent(
        String name,
        String subject,
        SignalFamily family,
        Urgency urgency,
        double confidence,
        String reason,
        Map<String, String> payload) {

    public static final String PULL_REQUEST = "pull_request";

    private static final Set<String> BAD = Set.of("failure", "timed_out", "startup_failure");

    /** Tells from a body what it is of; null when it is of none of these, or of an action that nobody needs to look at. */
    public static @Nullable ForgeEvent of(Body body) {
        List<Function<Body, @Nullable ForgeEvent>> readers =
                List.of(ForgeEvent::pull, ForgeEvent::issue, ForgeEvent::check, ForgeEvent::push);
        for (Function<Body, @Nullable ForgeEvent> reader : readers) {
            ForgeEvent event = reader.apply(body);
            if (event != null) {
                return event;
            }
        }
        return null;
    }

    /** Whether a body has the shape of one of them, whatever its action. */
    public static boolean isShaped(Body body) {
        return body.has("/repository")
                && (body.has("/pull_request")
                        || body.has("/issue")
                        || body.has("/check_run")
                        || body.has("/workflow_run")
                        || (body.has("/ref") && body.has("/commits")));
    }

    private static @Nullable ForgeEvent pull(Body body) {
        if (!body.has("/pull_request") || !body.has("/repository")) {
            return null;
        }
        String number = body.text("/pull_request/number", body.text("/number", "?"));
        String action = body.text("/action", "");
        boolean merged = body.truth("/pull_request/merged");
        String state = body.text("/review/state", "");
        String done = merged ? "merged" : action.replace('_', ' ');
        String reason =
                "Pull request " + number + " " + done + ": " + body.text("/pull_request/title", "without a title");
        Weight weight = pullWeight(action, state, merged);
        if (state.equals("changes_requested")) {
            reason = "Changes requested on pull request " + number + ": "
                    + body.text("/pull_request/title", "without a title");
        }
        return weight == null
                ? null
                : event(body, PULL_REQUEST, number, weight, reason, body.text("/pull_request/html_url"));
    }

    /** How much it weighs. */
    private record Weight(SignalFamily family, Urgency urgency, double confidence) {}

    private static @Nullable Weight pullWeight(String action, String state, boolean merged) {
        if (state.equals("changes_requested")) {
            return new Weight(SignalFamily.OPEN_LOOP_PRESSURE, Urgency.HIGH, .82);
        }
        return switch (action) {
            case "review_requested" -> new Weight(SignalFamily.OPEN_LOOP_PRESSURE, Urgency.HIGH, .75);
            case "assigned" -> new Weight(SignalFamily.ASSIGNED_TASKS, Urgency.MEDIUM, .75);
            case "opened", "reopened", "ready_for_review" ->
                new Weight(SignalFamily.OPEN_LOOP_PRESSURE, Urgency.MEDIUM, .7);
            case "closed" -> new Weight(SignalFamily.AWARENESS_SIGNAL, merged ? Urgency.MEDIUM : Urgency.LOW, .6);
            case "submitted", "synchronize" -> new Weight(SignalFamily.AWARENESS_SIGNAL, Urgency.LOW, .55);
            default -> null;
        };
    }

    private static @Nullable ForgeEvent issue(Body body) {
        if (!body.has("/issue") || !body.has("/repository")) {
            return null;
        }
        String number = body.text("/issue/number", "?");
        boolean comment = body.has("/comment");
        String action = body.text("/action", "");
        Weight weight = comment ? commentWeight(action) : issueWeight(action);
        String said = comment ? "commented" : action;
        String reason = "Issue " + number + " " + said + ": " + body.text("/issue/title", "without a title");
        return weight == null ? null : event(body, "issue", number, weight, reason, body.text("/issue/html_url"));
    }

    private static @Nullable Weight commentWeight(String action) {
        return action.equals("created") ? new Weight(SignalFamily.MENTIONS, Urgency.LOW, .6) : null;
    }

    private static @Nullable Weight issueWeight(String action) {
        return switch (action) {
            case "assigned" -> new Weight(SignalFamily.ASSIGNED_TASKS, Urgency.MEDIUM, .75);
            case "opened", "reopened" -> new Weight(SignalFamily.OPEN_LOOP_PRESSURE, Urgency.MEDIUM, .65);
            case "closed" -> new Weight(SignalFamily.AWARENESS_SIGNAL, Urgency.LOW, .55);
            default -> null;
        };
    }

    private static @Nullable ForgeEvent check(Body body) {
        String run = body.has("/workflow_run") ? "/workflow_run" : "/check_run";
        if (!body.has(run) || !BAD.contains(body.text(run + "/conclusion", ""))) {
            return null;
        }
        String branch = body.text(run + "/head_branch", body.text(run + "/check_suite/head_branch", "?"));
        String reason = "Check failed on " + branch + ": " + body.text(run + "/name", "without a name");
        return event(
                body,
                "check",
                branch,
                new Weight(SignalFamily.OPEN_LOOP_PRESSURE, Urgency.HIGH, .8),
                reason,
                body.text(run + "/html_url"));
    }

    private static @Nullable ForgeEvent push(Body body) {
        if (!body.has("/ref") || !body.has("/commits") || !body.has("/repository")) {
            return null;
        }
        String branch = body.text("/ref", "").replaceFirst("^refs/(heads|tags)/", "");
        int commits = body.count("/commits");
        String reason = commits + (commits == 1 ? " commit" : " commits") + " pushed to " + branch + " of "
                + body.text("/repository/full_name", "a repository");
        Weight weight = new Weight(SignalFamily.AWARENESS_SIGNAL, Urgency.LOW, .6);
        return commits == 0 ? null : event(body, "push", branch, weight, reason, body.text("/compare"));
    }

    private static ForgeEvent event(
            Body body, String name, String which, Weight weight, String reason, @Nullable String url) {
        String repository = body.text("/repository/full_name", body.text("/repository/name", "?"));
        Map<String, String> payload = new TreeMap<>(Map.of("event", name, "repository", repository));
        put(payload, "action", body.text("/action"));
        put(payload, "by", body.text("/sender/login"));
        put(payload, "url", url);
        put(payload, PULL_REQUEST, name.equals(PULL_REQUEST) ? repository + "#" + which : null);
        return new ForgeEvent(
                name,
                repository + "/" + which,
                weight.family(),
                weight.urgency(),
                weight.confidence(),
                reason,
                payload);
    }

    private static void put(Map<String, String> payload, String name, @Nullable String value) {
        if (value != null) {
            payload.put(name, value);
        }
    }
}
