package tacit.pulse.reflection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionJudgement.Intent;
import tacit.api.reflect.ReflectionJudgement.Permission;
import tacit.api.reflect.ReflectionJudgement.Risk;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionSettings.Autonomy;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget.Kind;

/** What may come of a winner, by numbers taken from the evidence. Confined to one call. */
final class Judging {

    private static final double USEFUL_ENOUGH_FOR_TASKS = .65;
    private static final double STALE_HOURS = 72;
    private static final int LEAST_ACCEPTED = 2;
    private static final int MOST_EVIDENCE = 8;
    private static final Set<Kind> PLACES = Set.of(Kind.WORKSPACE, Kind.PULL_REQUEST, Kind.CODE_WORKSPACE);

    private final ReflectionSituation situation;
    private final Bars bars;
    private final double usefulness;
    private final double confidence;
    private final double freshness;
    private final boolean won;
    private final List<String> reasons = new ArrayList<>();

    Judging(ReflectionSituation situation, @Nullable Hypothesis winner, Bars bars) {
        this.situation = situation;
        this.bars = bars;
        won = winner != null;
        usefulness = Usefulness.of(situation.evidence());
        freshness = freshness(situation);
        confidence = Math.min(
                .98,
                .35
                        + .08 * Math.min(Usefulness.actionable(situation.evidence()), 5)
                        + .24 * usefulness
                        + (won ? .08 : 0));
    }

    ReflectionJudgement judge() {
        ReflectionAction action = won ? action() : null;
        Risk risk = risk(action);
        Permission permission = permission(action, risk);
        boolean automatic = permission == Permission.ALLOWED && earned(risk);
        return new ReflectionJudgement(
                action,
                round(usefulness),
                round(confidence),
                round(freshness),
                risk,
                permission,
                askable(action),
                intent(permission),
                outcome(action, permission, automatic),
                reasons);
    }

    private @Nullable ReflectionAction action() {
        ReflectionAction wanted =
                situation.settings().dispatch().of(situation.target().kind());
        boolean strong = situation.settings().autonomy() == Autonomy.STRONG_AUTONOMY;
        if (wanted == ReflectionAction.TASK && usefulness < USEFUL_ENOUGH_FOR_TASKS) {
            wanted = instead(wanted, "its usefulness is below .65");
        } else if (wanted == ReflectionAction.TASK && situation.target().kind() == Kind.AGENT_ROLE && !strong) {
            wanted = instead(wanted, "roles get tasks with strong autonomy only");
        }
        List<ReflectionAction> allowed = situation.settings().dispatch().allowed();
        if (!allowed.contains(wanted)) {
            wanted = instead(wanted, "it is switched off");
        }
        return allowed.contains(wanted) ? wanted : null;
    }

    private ReflectionAction instead(ReflectionAction wanted, String why) {
        reasons.add("a suggestion instead of " + wanted.name().toLowerCase(Locale.ROOT) + ", as " + why);
        return ReflectionAction.SUGGESTION;
    }

    private static Risk risk(@Nullable ReflectionAction action) {
        if (action == ReflectionAction.CODE_CHANGE_TASK) {
            return Risk.HIGH;
        }
        return action == ReflectionAction.TASK ? Risk.MEDIUM : Risk.LOW;
    }

    /** The numbers count for every risk; then the risk. */
    private Permission permission(@Nullable ReflectionAction action, Risk risk) {
        if (action == null) {
            return said(Permission.BLOCKED, "nothing may come of it");
        }
        if (!situation.settings().dispatch().auto()) {
            return said(Permission.ESCALATED, "nothing is started without people");
        }
        if (usefulness < bars.usefulness()) {
            return said(Permission.BLOCKED, "its usefulness is below " + Bars.text(bars.usefulness()));
        }
        if (!sureAndFresh()) {
            return said(Permission.ESCALATED, "it is not sure or not fresh enough");
        }
        if (risk == Risk.HIGH && !trusted()) {
            return said(Permission.ESCALATED, "its risk is high and the target is not trusted");
        }
        if (risk == Risk.MEDIUM && situation.settings().autonomy() == Autonomy.RECOMMENDATION_FIRST) {
            return said(Permission.ESCALATED, "its risk is medium and recommendations come first");
        }
        return said(Permission.ALLOWED, "its numbers and its risk allow it");
    }

    private Permission said(Permission permission, String why) {
        reasons.add(permission.name().toLowerCase(Locale.ROOT) + ": " + why);
        return permission;
    }

    private boolean sureAndFresh() {
        return confidence >= bars.confidence() && freshness >= bars.freshness();
    }

    private boolean trusted() {
        return situation.settings().trustedTargets().contains(situation.target().key());
    }

    /** Work is always asked for; what costs nothing goes by itself where people liked it before. */
    private boolean earned(Risk risk) {
        return risk == Risk.LOW
                && (trusted()
                        || (situation.accepted() >= LEAST_ACCEPTED
                                && PLACES.contains(situation.target().kind())
                                && situation.evidence().size() <= MOST_EVIDENCE));
    }

    private boolean askable(@Nullable ReflectionAction action) {
        return (action == ReflectionAction.TASK || action == ReflectionAction.CODE_CHANGE_TASK)
                && situation.settings().dispatch().auto()
                && situation.target().workspaceId() != null
                && usefulness >= bars.usefulness()
                && sureAndFresh();
    }

    private Intent intent(Permission permission) {
        if (permission != Permission.ALLOWED) {
            return Intent.INPUT_NEEDED;
        }
        return situation.focused() ? Intent.IMPORTANT_ACTION_TAKEN : Intent.COMPLETED_WHILE_AWAY;
    }

    private static Outcome outcome(@Nullable ReflectionAction action, Permission permission, boolean automatic) {
        return switch (permission) {
            case BLOCKED -> Outcome.SUGGEST;
            case ESCALATED -> Outcome.DEFER;
            case ALLOWED ->
                action == ReflectionAction.TASK || action == ReflectionAction.CODE_CHANGE_TASK
                        ? Outcome.DISPATCH
                        : action == ReflectionAction.NOTIFY && automatic ? Outcome.NOTIFY : Outcome.SUGGEST;
        };
    }

    private static double freshness(ReflectionSituation situation) {
        return situation.evidence().stream()
                .map(ReflectionEvidence::createdAt)
                .max(Comparator.naturalOrder())
                .map(newest -> Duration.between(newest, situation.now()).toMillis() / 3_600_000.0)
                .map(hours -> Math.max(0, Math.min(1, 1 - hours / STALE_HOURS)))
                .orElse(0.0);
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
