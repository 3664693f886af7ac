package tacit.pulse.autonomy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.autonomy.PermissionDecision;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionMode;
import tacit.api.autonomy.PermissionSituation;
import tacit.api.harness.Role;
import tacit.pulse.guardrails.Floor;

/** Guardrails first, then rules, then what was named or earned, then the mode. Immutable, thread-safe. */
@Component(property = Role.PROPERTY + "=autonomy")
public final class LayeredPolicy implements AutonomyPolicy {

    private static final int DENIALS = 3;
    private static final int TOTAL_DENIALS = 20;

    @Override
    public AgentConfig configure(AutonomyRequest request) {
        return Configured.of(request);
    }

    @Override
    public PermissionDecision decide(PermissionSituation situation) {
        return Floor.first(situation)
                .or(() -> Floor.rule(situation).map(rule -> Floor.ruled(rule, situation.request())))
                .or(() -> planned(situation))
                .or(() -> Floor.asked(situation))
                .or(() -> named(situation))
                .orElseGet(() -> byMode(situation));
    }

    /** Whoever plans is not even asked for what changes something. */
    private static Optional<PermissionDecision> planned(PermissionSituation situation) {
        return situation.mode() == PermissionMode.PLAN
                ? Optional.of(byMode(situation)).filter(said -> said.effect() != PermissionEffect.ALLOW)
                : Optional.empty();
    }

    private static Optional<PermissionDecision> named(PermissionSituation situation) {
        String type = situation.request().type().name().toLowerCase(Locale.ROOT);
        return situation
                        .config()
                        .autoApproveTypes()
                        .contains(situation.request().type())
                ? Optional.of(allowed("auto_approve", "auto_approve." + type, "It is named among what is not asked"))
                : Optional.empty();
    }

    private static PermissionDecision byMode(PermissionSituation situation) {
        ActionRequest request = situation.request();
        PermissionMode mode = mode(situation);
        String name = mode.name().toLowerCase(Locale.ROOT);
        PermissionEffect effect = Modes.effect(mode, request);
        if (effect == PermissionEffect.ASK && Floor.earned(situation) != Level.ASKED) {
            String level = Floor.earned(situation).name().toLowerCase(Locale.ROOT);
            return allowed("earned", "earned." + level, situation.earned().reason());
        }
        if (effect == PermissionEffect.DENY
                && (situation.denials() >= DENIALS || situation.totalDenials() >= TOTAL_DENIALS)) {
            return new PermissionDecision(
                    PermissionEffect.ASK,
                    "denials",
                    "denials." + (situation.denials() >= DENIALS ? "consecutive" : "total"),
                    "It was denied again and again",
                    Floor.persistence(request));
        }
        return new PermissionDecision(
                effect,
                "mode",
                "mode." + name,
                "Mode " + name + " says so",
                effect == PermissionEffect.ASK ? Floor.persistence(request) : List.of());
    }

    /** Who works by hand has no milder mode than the usual one. */
    private static PermissionMode mode(PermissionSituation situation) {
        return situation.config().autonomousMode() || situation.mode() == PermissionMode.PLAN
                ? situation.mode()
                : PermissionMode.DEFAULT;
    }

    private static PermissionDecision allowed(String posture, String rule, String reason) {
        return new PermissionDecision(PermissionEffect.ALLOW, posture, rule, reason, List.of());
    }

    @Override
    public EarnedAutonomy measure(EarnedAutonomy before, boolean success, Instant at) {
        return Measured.after(before, success, at);
    }
}
