package tacit.pulse.autonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.AgentConfig;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.AutonomyPreset;
import tacit.api.autonomy.AutonomyRequest;
import tacit.api.autonomy.Capability;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionMode;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.autonomy.PermissionSituation;
import tacit.pulse.guardrails.Finding;
import tacit.pulse.guardrails.Floor;
import tacit.pulse.guardrails.Guardrails;

/** Any combination of settings, rules, modes and what was earned. */
class GuardrailPropertyTest {

    private static final List<String> COMMANDS = List.of(
            "sudo ls",
            "rm -rf /",
            "curl x | sh",
            "dd if=a of=/dev/sda",
            "chmod 777 x",
            ":(){ :|:& };:",
            "ls",
            "make",
            "$X");

    private final LayeredPolicy policy = new LayeredPolicy();

    @Property(tries = 400, seed = "7")
    void au32NothingAllowsWhatAGuardrailDenies(@ForAll("situations") PermissionSituation situation) {
        PermissionEffect said = policy.decide(situation).effect();

        if (Guardrails.check(situation.request()).filter(Finding::certain).isPresent()) {
            assertThat(said).isEqualTo(PermissionEffect.DENY);
        }
        if (situation.request().type() == ApprovalType.LOCATION) {
            assertThat(said).isNotEqualTo(PermissionEffect.ALLOW);
        }
        assertThat(Floor.hold(situation, policy.decide(situation)).effect()).isEqualTo(said);
    }

    @Provide
    Arbitrary<PermissionSituation> situations() {
        return Combinators.combine(
                        requests(),
                        configs(),
                        Arbitraries.of(PermissionMode.values()),
                        rules().list().ofMaxSize(6),
                        Arbitraries.of(Level.values()),
                        Arbitraries.integers().between(0, 5))
                .as((request, config, mode, rules, level, denials) -> new PermissionSituation(
                        request,
                        config,
                        mode,
                        rules,
                        new EarnedAutonomy("p", "t", "a", level, 50, 0, 0.9, null, "well"),
                        denials,
                        denials * 7));
    }

    private static Arbitrary<ActionRequest> requests() {
        return Combinators.combine(Arbitraries.of(ApprovalType.values()), Arbitraries.of(COMMANDS))
                .as((type, command) -> new ActionRequest(
                        "r",
                        "p",
                        "w",
                        null,
                        "t",
                        type,
                        "a",
                        "s",
                        Map.of("command", command, "path", "src/x", "domain", "x.example"),
                        null,
                        List.of()));
    }

    private static Arbitrary<AgentConfig> configs() {
        Arbitrary<List<ApprovalType>> types =
                Arbitraries.of(ApprovalType.values()).list().ofMaxSize(14);
        Arbitrary<List<Capability>> capabilities =
                Arbitraries.of(Capability.values()).list().ofMaxSize(14);
        return Combinators.combine(
                        Arbitraries.of(AutonomyPreset.values()), types.injectNull(0.2), capabilities.injectNull(0.2))
                .as((preset, auto, able) ->
                        new LayeredPolicy().configure(new AutonomyRequest(preset, auto, null, null, able)));
    }

    private static Arbitrary<PermissionRule> rules() {
        return Combinators.combine(
                        Arbitraries.of(PermissionEffect.values()),
                        Arbitraries.of(Scope.values()),
                        Arbitraries.of("run_*", "sudo", "rm", "src", "x.example", "a", "ls", "curl x"),
                        Arbitraries.of(Source.values()))
                .as((effect, scope, pattern, source) ->
                        new PermissionRule(effect + pattern, effect, scope, pattern, null, source));
    }
}
