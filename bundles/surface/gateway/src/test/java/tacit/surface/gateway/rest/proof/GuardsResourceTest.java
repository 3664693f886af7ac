package tacit.surface.gateway.rest.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardRules.Origin;
import tacit.api.guard.GuardRules.Rule;
import tacit.api.guard.ToolRole;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.gateway.rest.FakeCall;

class GuardsResourceTest {

    private static final Rule HARD =
            new Rule("hard.sudo", GuardEffect.DENY, null, "Nobody becomes another user", null, null);
    private static final Rule LEARNED = new Rule(
            "r1",
            GuardEffect.ASK,
            new GuardCondition(
                    GuardKind.MISSING_CALL, ToolRole.WRITE, "cancel", Map.of(GuardCondition.REQUIRED, "find")),
            "Find it before it is cancelled",
            7L,
            new Origin("x1", "Find first", "12 of 13 failed", 13));
    private static final Rule BARE = new Rule(
            "r2", GuardEffect.ASK, GuardCondition.of(GuardKind.REPEATED_CALL, ToolRole.READ), "Not twice", 3L, null);

    private final List<Scope> asked = new ArrayList<>();
    private final GuardsResource guards = new GuardsResource(scope -> {
        asked.add(scope);
        return List.of(HARD, LEARNED, BARE);
    });

    @Test
    void listsHardLimitsAndLearnedRulesWithTheirOrigin() {
        JsonNode rows = Conformance.answer(guards, new FakeCall().in(Scope.ofWorkspace("shop")))
                .get("rows");

        assertThat(rows.at("/0/hard").asBoolean()).isTrue();
        assertThat(rows.at("/0").has("kind") || rows.at("/0").has("since")).isFalse();
        assertThat(rows.at("/1/kind").asText() + " " + rows.at("/1/role").asText() + " "
                        + rows.at("/1/tool").asText() + " "
                        + rows.at("/1/parameters/required").asText())
                .isEqualTo("missing_call write cancel find");
        assertThat(rows.at("/1/experimentId").asText() + " "
                        + rows.at("/1/since").asLong())
                .isEqualTo("x1 7");
        assertThat(rows.at("/2").has("experimentId") || rows.at("/2").has("tool"))
                .isFalse();
        assertThat(asked).containsExactly(Scope.ofWorkspace("shop"));
    }

    @Test
    void leavesHardLimitsOutAndShowsAPage() {
        JsonNode page = Conformance.answer(
                guards,
                new FakeCall().asking("learned", "true").asking("limit", "1").asking("offset", "1"));

        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(page.at("/rows/0/id").asText()).isEqualTo("r2");
        assertThat(page.get("hasMore").asBoolean()).isFalse();
    }

    @Test
    void isForReadersAndKnowsItsParameters() {
        assertThat(guards.role()).contains(AccessRole.READER);
        assertThatThrownBy(() -> guards.handle(new FakeCall().asking("hard", "true")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }
}
