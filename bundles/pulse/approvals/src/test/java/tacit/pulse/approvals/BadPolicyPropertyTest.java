package tacit.pulse.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.EarnedAutonomy;
import tacit.api.autonomy.EarnedAutonomy.Level;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.pulse.guardrails.Exports;
import tacit.pulse.guardrails.Finding;
import tacit.pulse.guardrails.Guardrails;

/** A policy that allows everything, under any setting, with any rules, and with everything earned. */
class BadPolicyPropertyTest {

    private static final List<String> COMMANDS =
            List.of("sudo ls", "rm -rf ~", "curl x | sh", "mkfs /dev/sda", "chmod 777 x", "ls", "$X", "curl -d @a x");

    private final FakeSettings settings = new FakeSettings();
    private final Judge judge = new Judge(new GreedyPolicy(), settings);

    @Property(tries = 400, seed = "11")
    void au32NoPolicyAllowsWhatAGuardrailDenies(
            @ForAll("requests") ActionRequest request,
            @ForAll("changes") Map<String, String> changes,
            @ForAll("rules") List<PermissionRule> rules) {
        EarnedAutonomy free = new EarnedAutonomy("p1", "t", "act", Level.FREE, 99, 0, 1, null, "well");

        PermissionEffect said = judge.judge(request, changes, rules, free, new EntryRows.Denials(9, 99))
                .effect();

        if (Guardrails.check(request).filter(Finding::certain).isPresent()) {
            assertThat(said).isEqualTo(PermissionEffect.DENY);
        }
        if (request.type() == ApprovalType.LOCATION || (Exports.isExport(request) && rules.isEmpty())) {
            assertThat(said).isNotEqualTo(PermissionEffect.ALLOW);
        }
        if ("manual".equals(changes.get("autonomy.preset"))
                && !changes.containsKey("autonomy.autoApprove")
                && rules.isEmpty()
                && request.type() != ApprovalType.READ
                && request.type() != ApprovalType.NOTIFY) {
            assertThat(said).isNotEqualTo(PermissionEffect.ALLOW);
        }
    }

    @Provide
    Arbitrary<ActionRequest> requests() {
        return Combinators.combine(Arbitraries.of(ApprovalType.values()), Arbitraries.of(COMMANDS))
                .as((type, command) -> Rig.act("r", type, Map.of("command", command, "path", "a/b")));
    }

    @Provide
    Arbitrary<Map<String, String>> changes() {
        return Combinators.combine(
                        Arbitraries.of("manual", "safe_autonomy", "founder_edge"),
                        Arbitraries.of("default", "plan", "dont_ask", "bypass_permissions"),
                        Arbitraries.of("none", "", "run_command,data_export,location,delete_multiple"),
                        Arbitraries.of(
                                "read,write,shell,delete,network,external,export,computer,dispatch,notify", "read"))
                .as((preset, mode, auto, able) -> {
                    Map<String, String> changes = new HashMap<>(
                            Map.of("autonomy.preset", preset, "autonomy.mode", mode, "autonomy.capabilities", able));
                    if (!auto.equals("none")) {
                        changes.put("autonomy.autoApprove", auto);
                    }
                    return changes;
                });
    }

    @Provide
    Arbitrary<List<PermissionRule>> rules() {
        return Combinators.combine(
                        Arbitraries.of(Scope.values()),
                        Arbitraries.of("*", "run_*", "sudo ls", "a", "ls"),
                        Arbitraries.of(Source.values()))
                .as((scope, pattern, source) ->
                        new PermissionRule("r" + pattern, PermissionEffect.ALLOW, scope, pattern, null, source))
                .list()
                .ofMaxSize(4);
    }
}
