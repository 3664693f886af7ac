package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.model.Completion;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Critique.Verdict;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

class ModelObjectionsTest {

    private final ReflectionSituation situation = Seen.of(
            Seen.asked("e1", ReflectionEvidence.Type.CODE_FAILURE, "The build fails in module a"),
            Seen.asked("e2", ReflectionEvidence.Type.MAILBOX_EVENT, "Bob needs an answer"));
    private final List<Hypothesis> ideas = List.of(Seen.hypothesis("h1", .8, "e1"), Seen.hypothesis("h2", .7, "e2"));

    private List<Critique> asked(Fake model) {
        return new EvidenceCritic(model).critique(situation, ideas);
    }

    @Test
    void anObjectionOfTheModelChangesTheWinner() {
        Fake model = new Fake("""
                [{"hypothesis": "h1", "verdict": "reject", "objection": "Bob mends it already", "evidence": "e2"}]""");
        List<Critique> critiques = asked(model);

        assertThat(critiques).anySatisfy(critique -> {
            assertThat(critique.hypothesisId()).isEqualTo("h1");
            assertThat(critique.verdict()).isEqualTo(Verdict.REJECT);
            assertThat(critique.evidenceId()).isEqualTo("e2");
            assertThat(critique.text()).startsWith("Bob mends it already: ").contains("Bob needs an answer");
        });
        assertThat(new ScoredReflection(Bars.USUAL)
                        .choose(situation, ideas, critiques)
                        .winner())
                .isEqualTo("h2");
        assertThat(new ScoredReflection(Bars.USUAL)
                        .choose(situation, ideas, asked(new Fake("[]")))
                        .winner())
                .isEqualTo("h1");
    }

    @Test
    void asksTheModelOfThePhaseOnceForAll() {
        Fake model = new Fake("[]");
        asked(model);

        assertThat(model.tiers).containsExactly("strong");
        assertThat(model.prompts.get(0)).contains("h1 [e1] ").contains("e2 [MAILBOX_EVENT] Bob needs an answer");
    }

    @Test
    void takesOneObjectionForEachHypothesisAndBoundsIt() {
        String one = "{\"hypothesis\":\"h1\",\"verdict\":\"mixed\",\"objection\":\"" + "x".repeat(5000)
                + "\",\"evidence\":\"e1\"}";
        List<Critique> critiques = asked(new Fake("[" + one + "," + one + "]"));

        assertThat(critiques.stream().filter(critique -> critique.text().startsWith("xxx")))
                .singleElement()
                .satisfies(critique -> assertThat(critique.text().length()).isLessThan(700));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "[{\"hypothesis\":\"h1\",\"verdict\":\"reject\",\"objection\":\"no\",\"evidence\":\"made up\"}]",
                "[{\"hypothesis\":\"h9\",\"verdict\":\"reject\",\"objection\":\"no\",\"evidence\":\"e1\"}]",
                "[{\"hypothesis\":\"h1\",\"verdict\":\"reject\",\"objection\":\"\",\"evidence\":\"e1\"}]"
            })
    void anAnswerOfNoUseChangesNothing(String answer) {
        assertThat(asked(new Fake(answer))).isEqualTo(new EvidenceCritic(null).critique(situation, ideas));
    }

    @Test
    void aModelThatIsNotConfiguredIsNotAsked() {
        Fake model = new Fake("[]");
        model.name = "";
        asked(model);

        assertThat(model.prompts).isEmpty();
    }

    private static final class Fake implements Completion {

        private final String answer;
        private final List<String> prompts = new ArrayList<>();
        private final List<String> tiers = new ArrayList<>();
        private String name = "fake";

        Fake(String answer) {
            this.answer = answer;
        }

        @Override
        public String model() {
            return name;
        }

        @Override
        public String complete(String tier, String prompt, int mostCharacters) {
            tiers.add(tier);
            prompts.add(prompt);
            return answer;
        }
    }
}
