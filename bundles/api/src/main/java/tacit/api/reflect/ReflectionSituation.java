package tacit.api.reflect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that a run of a reflection decides from. Immutable; the same situation gets the same answers.
 *
 * @param runId the run
 * @param target what it is about
 * @param evidence what was seen, the heaviest first
 * @param backlog points that are open or under way
 * @param past what came of similar hypotheses, the newest first
 * @param settings that count for the profile
 * @param accepted how many suggestions of the profile people acted on in the workspace
 * @param focused whether somebody works there right now
 * @param now the moment
 */
public record ReflectionSituation(
        String runId,
        ReflectionTarget target,
        List<ReflectionEvidence> evidence,
        List<ReflectionBacklog> backlog,
        List<ReflectionPast> past,
        ReflectionSettings settings,
        int accepted,
        boolean focused,
        Instant now) {

    public ReflectionSituation {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(now, "now");
        evidence = List.copyOf(evidence);
        backlog = List.copyOf(backlog);
        past = List.copyOf(past);
    }
}
