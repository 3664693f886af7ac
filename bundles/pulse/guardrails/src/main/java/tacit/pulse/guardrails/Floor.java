package tacit.pulse.guardrails;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionMode;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.autonomy.PermissionSituation;

/** The least strict answer that an act may get, whatever a policy says. Pure. */
public final class Floor {

    private static final List<String> ONCE = List.of("once");
    private static final List<String> UP_TO_WORKSPACE = List.of("once", "session", "workspace");
    private static final List<String> ANY = List.of("once", "session", "workspace", "profile");

    private Floor() {}

    /** What comes before every rule; empty where rules and modes decide. */
    public static Optional<PermissionDecision> first(PermissionSituation situation) {
        ActionRequest request = situation.request();
        Optional<Finding> denied = Guardrails.check(request).filter(Finding::certain);
        if (denied.isPresent()) {
            return Optional.of(decision(
                    PermissionEffect.DENY,
                    "guardrail",
                    denied.get().rule(),
                    denied.get().reason(),
                    List.of()));
        }
        Optional<Capability> missing = Acts.needed(request)
                .filter(needed -> !situation.config().capabilities().contains(needed));
        if (missing.isPresent()) {
            String name = missing.get().name().toLowerCase(Locale.ROOT);
            return Optional.of(decision(
                    PermissionEffect.DENY,
                    "capability",
                    "capability." + name,
                    "It has no capability " + name,
                    List.of()));
        }
        return request.type() == ApprovalType.LOCATION
                ? Optional.of(decision(
                        PermissionEffect.ASK, "location", "location", "Where somebody is, is always asked", ONCE))
                : Optional.empty();
    }

    /** The rule that decides; one of a profile never allows an export of data. */
    public static Optional<PermissionRule> rule(PermissionSituation situation) {
        boolean export = Exports.isExport(situation.request());
        List<PermissionRule> rules = situation.rules().stream()
                .filter(rule -> !(export && rule.effect() == PermissionEffect.ALLOW && !mayExport(rule)))
                .toList();
        return RuleChoice.best(situation.request(), rules);
    }

    private static boolean mayExport(PermissionRule rule) {
        return rule.source() == Source.SESSION
                || rule.source() == Source.WORKSPACE_DB
                || rule.source() == Source.WORKSPACE_MANIFEST;
    }

    /** What has to be asked where no rule allows it; empty for what modes decide. */
    public static Optional<PermissionDecision> asked(PermissionSituation situation) {
        ActionRequest request = situation.request();
        if (Exports.isExport(request)) {
            return Optional.of(decision(
                    PermissionEffect.ASK, "export", "export", "Data would leave this machine", UP_TO_WORKSPACE));
        }
        return Guardrails.check(request)
                .map(unclear -> decision(PermissionEffect.ASK, "guardrail", unclear.rule(), unclear.reason(), ONCE));
    }

    /** For how long an answer may be kept. */
    public static List<String> persistence(ActionRequest request) {
        if (request.type() == ApprovalType.LOCATION) {
            return ONCE;
        }
        return Exports.isExport(request) ? UP_TO_WORKSPACE : ANY;
    }

    /** The answer of a policy, or the least strict one that may be given where it is too mild. */
    public static PermissionDecision hold(PermissionSituation situation, PermissionDecision said) {
        PermissionDecision least = least(situation, said);
        if (RuleChoice.strictness(said.effect()) < RuleChoice.strictness(least.effect())) {
            return least;
        }
        List<String> kept = said.persistence().stream()
                .filter(persistence(situation.request())::contains)
                .toList();
        return decision(
                said.effect(),
                said.posture(),
                said.rule(),
                said.reason(),
                said.effect() == PermissionEffect.DENY ? List.of() : kept);
    }

    private static PermissionDecision least(PermissionSituation situation, PermissionDecision said) {
        Optional<PermissionDecision> first = first(situation);
        if (first.isPresent()) {
            return first.get();
        }
        Optional<PermissionRule> rule = rule(situation);
        if (rule.isPresent()) {
            return ruled(rule.get(), situation.request());
        }
        return asked(situation)
                .or(() -> byHand(situation))
                .or(() -> notEarned(situation, said))
                .orElseGet(() -> decision(PermissionEffect.ALLOW, "mode", "floor", "", List.of()));
    }

    public static PermissionDecision ruled(PermissionRule rule, ActionRequest request) {
        return decision(
                rule.effect(),
                "rule",
                rule.id(),
                "A rule of the " + rule.source().name().toLowerCase(Locale.ROOT) + " says so",
                rule.effect() == PermissionEffect.ASK ? persistence(request) : List.of());
    }

    /** Who works by hand does nothing unasked that changes anything, but for what was named. */
    private static Optional<PermissionDecision> byHand(PermissionSituation situation) {
        ActionRequest request = situation.request();
        boolean named = situation.config().autoApproveTypes().contains(request.type());
        boolean plans = situation.mode() == PermissionMode.PLAN;
        boolean free = !plans && (situation.config().autonomousMode() || named);
        return free || Acts.changesNothing(request)
                ? Optional.empty()
                : Optional.of(decision(
                        PermissionEffect.ASK,
                        "mode",
                        plans ? "plan" : "manual",
                        plans ? "It plans, and only reads" : "It works by hand",
                        persistence(request)));
    }

    private static Optional<PermissionDecision> notEarned(PermissionSituation situation, PermissionDecision said) {
        return said.posture().equals("earned") && earned(situation) == Level.ASKED
                ? Optional.of(decision(
                        PermissionEffect.ASK,
                        "mode",
                        "unearned",
                        "It was not earned",
                        persistence(situation.request())))
                : Optional.empty();
    }

    /** What was earned, as far as it counts for an act. */
    public static Level earned(PermissionSituation situation) {
        return situation.config().autonomousMode()
                ? EarnedLimits.least(situation.earned().level(), EarnedLimits.most(situation.request()))
                : Level.ASKED;
    }

    private static PermissionDecision decision(
            PermissionEffect effect, String posture, String rule, String reason, List<String> persistence) {
        return new PermissionDecision(effect, posture, rule, reason, persistence);
    }
}
