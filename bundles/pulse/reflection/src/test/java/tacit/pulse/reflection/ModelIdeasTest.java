package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.model.Completion;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

class ModelIdeasTest {

    private final ReflectionSituation situation = Seen.of(
            Seen.asked("e1", ReflectionEvidence.Type.CODE_FAILURE, "The build fails in module a"),
            Seen.asked("e2", ReflectionEvidence.Type.MAILBOX_EVENT, "Bob needs an answer"));

    @Test
    void asksTheModelOfThePhaseAndTakesWhatItCites() {
        Fake model = new Fake("""
                [{"title": "Pin the library", "statement": "It broke with the update", "task": "Pin it",
                  "steps": ["Pin", "Build"], "confidence": 0.8, "evidence": ["e1", "made up"]}]""");

        Hypothesis idea = new ModelIdeas(model).propose(situation).get(0);

        assertThat(idea.title()).isEqualTo("Pin the library");
        assertThat(idea.evidence()).containsExactly("e1");
        assertThat(idea.confidence()).isEqualTo(.8);
        assertThat(model.tiers).containsExactly("cheap");
        assertThat(model.prompts.get(0)).contains("e1 [CODE_FAILURE, to be dealt with] The build fails in module a");
    }

    @Test
    void neverTakesMoreThanTwoIdeasNorMoreConfidenceThanItMay() {
        String one = "{\"title\":\"t\",\"statement\":\"s\",\"confidence\":7,\"evidence\":[\"e2\"]}";
        List<Hypothesis> ideas = new ModelIdeas(new Fake("[" + one + "," + one + "," + one + "]")).propose(situation);

        assertThat(ideas).hasSize(2).allSatisfy(idea -> assertThat(idea.confidence())
                .isEqualTo(.85));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "[{\"title\":\"t\",\"statement\":\"s\",\"evidence\":[\"unknown\"]}]",
                "[{\"title\":\"\",\"statement\":\"s\",\"evidence\":[\"e1\"]}]"
            })
    void fallsBackOnTheHeaviestEvidenceWhenTheAnswerIsOfNoUse(String answer) {
        assertThat(new ModelIdeas(new Fake(answer)).propose(situation))
                .isEqualTo(new ModelIdeas(null).propose(situation));
    }

    @Test
    void withoutAModelItSaysToLookAtTheHeaviestEvidence() {
        assertThat(new ModelIdeas(null).propose(situation)).singleElement().satisfies(idea -> {
            assertThat(idea.title()).isEqualTo("Have a look at: The build fails in module a");
            assertThat(idea.evidence()).containsExactly("e1");
        });
    }

    @Test
    void hasNoIdeaAboutNothing() {
        assertThat(new ModelIdeas(new Fake("[]")).propose(Seen.of())).isEmpty();
    }

    private static final class Fake implements Completion {

        private final String answer;
        private final List<String> prompts = new ArrayList<>();
        private final List<String> tiers = new ArrayList<>();

        Fake(String answer) {
            this.answer = answer;
        }

        @Override
        public String model() {
            return "fake";
        }

        @Override
        public String complete(String tier, String prompt, int mostCharacters) {
            tiers.add(tier);
            prompts.add(prompt);
            return answer;
        }
    }
}
