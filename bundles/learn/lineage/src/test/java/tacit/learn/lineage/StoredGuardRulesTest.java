package tacit.learn.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tacit.learn.lineage.ListExperiments.experiment;
import static tacit.learn.lineage.Rig.RULE;
import static tacit.learn.lineage.Rig.SCOPE;

import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardRules.Origin;
import tacit.api.guard.GuardRules.Rule;
import tacit.api.store.Scope;

class StoredGuardRulesTest {

    private static final String DENY = "deny repeated_failure write book - It failed before";

    private final ListGenerations generations = new ListGenerations();
    private final ListExperiments experiments = new ListExperiments();
    private final StoredGuardRules rules = new StoredGuardRules(generations, experiments.asked());

    private List<Rule> learned(Scope scope) {
        return rules.inForce(scope).stream().filter(rule -> !rule.hard()).toList();
    }

    @Test
    void showsHardLimitsFirstAndWithoutAGeneration() {
        generations.add(null, RULE);

        assertThat(rules.inForce(SCOPE).get(0)).satisfies(first -> {
            assertThat(first.id()).startsWith("hard.");
            assertThat(first.effect()).isEqualTo(GuardEffect.DENY);
            assertThat(first.since()).isNull();
            assertThat(first.origin()).isNull();
        });
        assertThat(rules.inForce(SCOPE)).extracting(Rule::hard).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(new StoredGuardRules(new ListGenerations(), experiments.asked()).inForce(SCOPE))
                .isNotEmpty()
                .allMatch(Rule::hard);
    }

    @Test
    void showsLearnedRulesTheStrictestFirst() {
        generations.add(null, RULE, DENY, "a line that is no rule");

        assertThat(learned(SCOPE))
                .extracting(Rule::effect, Rule::sentence)
                .containsExactly(
                        tuple(GuardEffect.DENY, "It failed before"), tuple(GuardEffect.ASK, "Nobody wrote this value"));
        assertThat(learned(SCOPE).get(0).condition()).returns("book", GuardCondition::tool);
    }

    @Test
    void namesTheGenerationThatBroughtItLastAndItsExperiment() {
        experiments.all.add(experiment("x1", null, List.of("t1", "t2"), 4L));
        generations.add(null, RULE);
        generations.add(null);
        generations.add(null);
        generations.add("x1", RULE);
        generations.add(null, RULE, DENY);

        assertThat(learned(SCOPE)).extracting(Rule::since).containsExactly(5L, 4L);
        assertThat(learned(SCOPE).get(1).origin())
                .isEqualTo(
                        new Origin("x1", "Ask before values that nobody wrote", "support 12 tasks, precision 0.85", 2));
        assertThat(learned(SCOPE).get(0).origin()).isNull();
    }

    @Test
    void saysNothingOfAnExperimentOfAnotherWorkspace() {
        experiments.all.add(experiment("x1", null, List.of("t1"), 1L));
        generations.add("x1", RULE);

        assertThat(learned(Scope.ofWorkspace("w2"))).singleElement().satisfies(rule -> assertThat(rule.origin())
                .isNull());
    }
}
