package tacit.pulse.reflection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.ReflectionTarget.Health;
import tacit.api.reflect.ReflectionTarget.Kind;

/** What roles are asked in tests. */
final class Seen {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private Seen() {}

    static ReflectionEvidence asked(String id, ReflectionEvidence.Type type, String text) {
        return piece(id, type, true, text, "s-" + id, NOW);
    }

    static ReflectionEvidence piece(
            String id, ReflectionEvidence.Type type, boolean actionable, String text, String subject, Instant at) {
        return new ReflectionEvidence(
                id, type, actionable, type.weight(actionable), "f-" + id, text, subject, null, at);
    }

    static ReflectionTarget target(
            Kind kind, Health health, int backlog, ReflectionTarget.Times times, @Nullable String last) {
        return new ReflectionTarget(
                "ops",
                kind == Kind.WORKSPACE ? "workspace:shop" : kind.name().toLowerCase(Locale.ROOT) + ":x",
                kind,
                "shop",
                "the shop",
                health,
                ReflectionTarget.State.IDLE,
                ReflectionTarget.Persistence.DURABLE,
                ReflectionTarget.MissedRun.SKIP,
                Duration.ZERO,
                backlog,
                "",
                times,
                new ReflectionTarget.Last(last, null, null, null));
    }

    static ReflectionTarget target(Kind kind) {
        return target(kind, Health.HEALTHY, 0, ReflectionTarget.Times.NEVER, null);
    }

    static ReflectionSituation of(ReflectionEvidence... evidence) {
        return of(ReflectionSettings.USUAL, Kind.WORKSPACE, evidence);
    }

    static ReflectionSituation of(ReflectionSettings settings, Kind kind, ReflectionEvidence... evidence) {
        return new ReflectionSituation(
                "run", target(kind), List.of(evidence), List.of(), List.of(), settings, 0, false, NOW);
    }

    static ReflectionSituation with(
            ReflectionSituation of, List<ReflectionBacklog> backlog, List<ReflectionPast> past) {
        return new ReflectionSituation(
                of.runId(), of.target(), of.evidence(), backlog, past, of.settings(), of.accepted(), of.focused(), NOW);
    }

    static ReflectionSituation accepted(ReflectionSituation of, int accepted, boolean focused) {
        return new ReflectionSituation(
                of.runId(), of.target(), of.evidence(), of.backlog(), of.past(), of.settings(), accepted, focused, NOW);
    }

    static ReflectionBacklog point(String subject, ReflectionBacklog.State state) {
        return new ReflectionBacklog(
                "b1",
                "ops",
                "shop",
                "workspace:shop",
                "Mend the import",
                "It fails",
                ReflectionAction.TASK,
                "Mend the import of orders",
                100,
                state,
                "failures",
                subject,
                "earlier",
                null,
                "",
                NOW.minus(Duration.ofDays(2)),
                NOW.minus(Duration.ofDays(2)));
    }

    static ReflectionPast past(String generator, String subject, boolean good, Duration ago) {
        return new ReflectionPast(
                "workspace:shop", Kind.WORKSPACE, generator, subject, good, "execution", NOW.minus(ago));
    }

    static Hypothesis hypothesis(String id, double confidence, String... evidence) {
        return new Hypothesis(
                id, id, "Title " + id, "Statement " + id, "Do " + id, List.of(), confidence, List.of(evidence));
    }

    static ReflectionSettings settings(
            boolean auto, ReflectionSettings.Autonomy autonomy, ReflectionAction action, String... trusted) {
        ReflectionSettings usual = ReflectionSettings.USUAL;
        return new ReflectionSettings(
                true,
                true,
                usual.cadence(),
                usual.kinds(),
                usual.durableKinds(),
                false,
                autonomy,
                List.of(trusted),
                4,
                usual.models(),
                new ReflectionSettings.Dispatch(
                        auto,
                        Map.of(Kind.WORKSPACE, action, Kind.AGENT_ROLE, action, Kind.CODE_WORKSPACE, action),
                        List.of(ReflectionAction.values()),
                        true,
                        true,
                        true),
                usual.notices(),
                usual.keeping());
    }
}
