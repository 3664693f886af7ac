package tacit.panel.pulse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.Done;
import tacit.api.page.View;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionDesk.Ranked;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionScore;
import tacit.panel.forms.Acts;
import tacit.panel.forms.Fields;

/** What an operator has to say to what profiles think. */
final class ReflectionActs {

    private static final int LONGEST = 1_000;

    private ReflectionActs() {}

    /** What concerns a profile as a whole, or one target of it. */
    static Done about(View view, String act, ReflectionDesk desk, AutomationProfile profile) {
        String by = view.principal().name();
        return Acts.done(() -> switch (act) {
            case "reflect" -> reflect(desk, profile, view.parameter("target").orElse(null), by);
            case "look" -> looked(desk.refresh(profile.id()));
            case "leave" -> {
                if (!desk.dismissTarget(profile.id(), Fields.required(view, "target"), by)) {
                    throw new HttpProblem(404, "The profile has no such target");
                }
                yield Done.here("It is left alone until something new is seen about it");
            }
            case "reset" -> Done.here("Forgotten: " + counts(desk.reset(profile.id(), by)));
            default -> throw Acts.unknown(act);
        });
    }

    private static Done reflect(ReflectionDesk desk, AutomationProfile profile, @Nullable String target, String by) {
        return desk.reflect(profile.id(), target, "operator:" + by, true)
                .map(result -> new Done(
                        "It " + (result.fresh() ? "came to " : "is as before: ") + result.outcome(),
                        ReflectionPanel.RUNS + "/" + result.runId()))
                .orElseGet(() -> Done.here("There is nothing to think about. " + why(desk, profile)));
    }

    private static String why(ReflectionDesk desk, AutomationProfile profile) {
        return Stream.concat(
                        Stream.of(desk.brain(profile.id()).why()),
                        desk.refresh(profile.id()).stream()
                                .map(Ranked::score)
                                .map(one -> one.whyNot().isEmpty() ? "" : one.targetKey() + ": " + one.whyNot()))
                .filter(line -> !line.isEmpty())
                .limit(5)
                .collect(Collectors.joining("; "));
    }

    private static Done looked(List<Ranked> all) {
        long now = all.stream()
                .map(Ranked::score)
                .filter(ReflectionScore::eligible)
                .count();
        return Done.here("It looked at " + all.size() + " targets; " + now + " may be thought about now");
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Thinks once more, or ends what a run proposes. */
    static Done ofRun(View view, String act, ReflectionDesk desk, ReflectionRun run) {
        String by = view.principal().name();
        return Acts.done(() -> {
            if (act.equals("retry")) {
                return desk.retry(run.id(), by)
                        .map(result ->
                                new Done("It came to " + result.outcome(), ReflectionPanel.RUNS + "/" + result.runId()))
                        .orElseGet(() -> Done.here("There is nothing more to say about it"));
            }
            if (!desk.dismiss(run.id(), by, reason(view))) {
                throw new HttpProblem(409, "Somebody was quicker");
            }
            return Done.here("It is dismissed; similar ideas count less");
        });
    }

    static Done reject(View view, ReflectionDesk desk, String id) {
        if (!Acts.done(() -> desk.rejectBacklog(id, view.principal().name(), reason(view)))) {
            throw new HttpProblem(409, "Somebody was quicker");
        }
        return Done.here("It is not to be done");
    }

    static Done seen(View view, ReflectionDesk desk, String id) {
        if (!Acts.done(() -> desk.seen(id, view.principal().name()))) {
            throw new HttpProblem(409, "It is not shown now, or was seen already");
        }
        return Done.here("It is marked as seen");
    }

    private static String reason(View view) {
        String reason = Fields.optional(view, "reason", LONGEST);
        return reason == null ? "decided in Mission Control" : reason;
    }
}
