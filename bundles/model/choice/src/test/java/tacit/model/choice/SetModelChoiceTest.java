package tacit.model.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.model.ModelAnswer;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;
import tacit.runtime.testkit.Configurations;

class SetModelChoiceTest {

    private static SetModelChoice choice(Map<String, ?> settings) {
        return new SetModelChoice(Configurations.of(SetModelChoice.Config.class, settings));
    }

    private static @Nullable String chosen(SetModelChoice choice, ModelPurpose purpose, @Nullable String agent) {
        return choice.choose(ModelQuestion.of(purpose, agent)).model();
    }

    @Test
    void leavesTheCallersOwnWhereNothingIsSet() {
        ModelAnswer named = choice(Map.of())
                .choose(new ModelQuestion(ModelPurpose.AGENT, "a", "slack", "task-1", "vendor/small-1"));
        ModelAnswer unnamed = choice(Map.of()).choose(ModelQuestion.of(ModelPurpose.AGENT, null));

        assertThat(named.model()).isEqualTo("vendor/small-1");
        assertThat(named.chosen()).isFalse();
        assertThat(unnamed.model()).isNull();
        assertThat(unnamed.reason()).isEqualTo("No model is set for it: the caller's own");
    }

    @Test
    void choosesTheOneOfAllInPlaceOfTheCallersOwn() {
        ModelAnswer answer = choice(Map.of("model", " large-2 "))
                .choose(new ModelQuestion(ModelPurpose.SUBAGENT, null, null, null, "small-1"));

        assertThat(answer).isEqualTo(ModelAnswer.of("large-2", "It is set for all"));
    }

    @Test
    void prefersTheAgentToThePurposeAndThatToAll() {
        SetModelChoice choice = choice(Map.of(
                "model", "m1", "by_purpose", "subagent = m2", "by_agent", "reviewer=m3\n\nwriter=m4,tester=m5\n"));

        assertThat(chosen(choice, ModelPurpose.SUBAGENT, "reviewer")).isEqualTo("m3");
        assertThat(chosen(choice, ModelPurpose.AGENT, "tester")).isEqualTo("m5");
        assertThat(chosen(choice, ModelPurpose.SUBAGENT, "another")).isEqualTo("m2");
        assertThat(chosen(choice, ModelPurpose.SUBAGENT, null)).isEqualTo("m2");
        assertThat(chosen(choice, ModelPurpose.AGENT, "Reviewer")).isEqualTo("m1");
    }

    @Test
    void saysWhichSettingDecided() {
        SetModelChoice choice = choice(Map.of("by_purpose", "agent=m2", "by_agent", "reviewer=m3"));

        assertThat(choice.choose(ModelQuestion.of(ModelPurpose.AGENT, "reviewer"))
                        .reason())
                .isEqualTo("It is set for agent 'reviewer'");
        assertThat(choice.choose(ModelQuestion.of(ModelPurpose.AGENT, "x")).reason())
                .isEqualTo("It is set for purpose agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"claude-sonnet-4-5@20250929", "openai/gpt-4o-mini", "llama3.1:8b", "ft:small:org::id_1", "a+b~c"
            })
    void takesIdsAsServersHaveThem(String id) {
        assertThat(chosen(choice(Map.of("model", id)), ModelPurpose.AGENT, null))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "$(rm)", "a=b", "-flag", "a;b", "a\u0000b", "\"q\""})
    void refusesWhatIsNoId(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Map.of("model", id)))
                .withMessageStartingWith("model must name a model by letters, digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Map.of("by_agent", "reviewer=" + id)))
                .withMessageStartingWith("by.agent must name a model by letters, digits");
    }

    @Test
    void refusesAnIdThatIsTooLong() {
        assertThat(chosen(choice(Map.of("model", "m".repeat(200))), ModelPurpose.AGENT, null))
                .hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> choice(Map.of("model", "m".repeat(201))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "=m1", "reviewer=", " = "})
    void refusesLinesOfAnotherForm(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Map.of("by_agent", line)))
                .withMessageStartingWith("by.agent must ");
    }

    @Test
    void refusesANameThatComesTwiceAndAPurposeThatNobodyAsksFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Map.of("by_agent", "a=m1,a=m2")))
                .withMessage("by.agent must name 'a' once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Map.of("by_purpose", "summary=m1")))
                .withMessage("by.purpose must name agent or subagent, got 'summary'");
    }
}
