package tacit.learn.evals.made;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.gate.ArmOutcome;
import tacit.api.gate.Decision;
import tacit.api.gate.GateSettings;
import tacit.api.gate.PairedOutcome;
import tacit.api.gate.Verdict;
import tacit.api.guard.Guard;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardEvidence;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardRule;
import tacit.api.guard.ToolRole;
import tacit.api.learn.ReplayCase;
import tacit.api.store.Database;
import tacit.learn.gate.StatisticalGate;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.testkit.EachDatabase;

/** Candidates that would get past a careless judge, judged by the cases that make themselves. */
@EachDatabase
class PoisonedGuardTest {

    private static final String UNSEEN = "ask unseen_value write * - Nobody wrote this value";
    private static final Guard NO_RULES = Depot.guard("");
    private static final Guard WITH_RULE = Depot.guard(UNSEEN);

    private Depot depot;

    @BeforeEach
    void open(Database database) {
        depot = new Depot(database);
        depot.maker = depot.maker(Map.of("most_of_family", 60), NO_RULES);
        depot.succeeded(0, 30).failed(0, 30);
    }

    /** What the gate says of a candidate, by the cases that proposals may not look at. */
    private Verdict judged(Guard baseline, Guard candidate) {
        List<PairedOutcome> pairs = depot.all().stream()
                .filter(one -> !one.older())
                .map(one -> new PairedOutcome(one.id(), outcome(baseline, one), outcome(candidate, one)))
                .toList();
        return new StatisticalGate().judge(pairs, GateSettings.deterministic());
    }

    private ArmOutcome outcome(Guard guard, ReplayCase asked) {
        String answer = ask(guard, asked.situation().inputs());
        return new ArmOutcome(depot.cases.judge(asked, answer).isEmpty() ? 1 : 0, 1, Duration.ofMillis(5), null);
    }

    private static String ask(Guard guard, String inputs) {
        return new JsonCalls().ask(guard, Guard.class, "decide(GuardQuestion)", inputs);
    }

    @Test
    void passesARuleThatStopsWhatFailedAndNothingElse() {
        Verdict verdict = judged(NO_RULES, WITH_RULE);

        assertThat(verdict.decision()).isEqualTo(Decision.PASS);
        assertThat(verdict.effect().brokenIds()).isEmpty();
    }

    @Test
    void refusesAGuardThatAlwaysAllows() {
        Guard allows = question -> GuardAnswer.allow();

        assertThat(judged(WITH_RULE, allows).decision()).isEqualTo(Decision.FAIL);
        assertThat(judged(NO_RULES, allows).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void refusesAGuardThatAlwaysDenies() {
        Guard denies = question -> new GuardAnswer(GuardEffect.DENY, "No", "guard-0");

        assertThat(judged(NO_RULES, denies).decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void refusesARuleThatAlwaysAllows() {
        GuardCondition condition = GuardCondition.of(GuardKind.UNSEEN_VALUE, ToolRole.WRITE);
        GuardEvidence evidence = new GuardEvidence(1, 1, 1, 0, 0, 0, null, List.of("t1"));

        assertThatThrownBy(() -> GuardRule.of(condition, GuardEffect.ALLOW, "All is well", evidence))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("effect must be ASK or DENY, got ALLOW");
        assertThatThrownBy(() -> Depot.guard("allow unseen_value write * - All is well"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAGuardThatAnswersItsProbeRightAndEverythingElseWrong() throws IOException {
        Map<String, String> known = new HashMap<>();
        for (JsonNode probe : probes()) {
            String inputs = probe.path("inputs").toString();
            known.put(heard(inputs), inputs);
        }
        assertThat(known).hasSize(2);
        Guard fake =
                question -> known.containsKey(question.toString()) ? WITH_RULE.decide(question) : GuardAnswer.allow();

        for (String inputs : known.values()) {
            assertThat(ask(fake, inputs)).isEqualTo(ask(WITH_RULE, inputs));
        }
        assertThat(judged(WITH_RULE, fake).decision()).isEqualTo(Decision.FAIL);
        assertThat(judged(NO_RULES, fake).decision()).isNotEqualTo(Decision.PASS);
    }

    /** The question as a guard hears it. */
    private static String heard(String inputs) {
        String[] heard = {""};
        ask(
                question -> {
                    heard[0] = question.toString();
                    return GuardAnswer.allow();
                },
                inputs);
        return heard[0];
    }

    private static JsonNode probes() throws IOException {
        try (InputStream file = Guard.class.getResourceAsStream("/tacit/probes/guard.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        }
    }
}
