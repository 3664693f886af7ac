package tacit.surface.gateway.rest.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.gateway.rest.FakeCall;

class GenerationResourcesTest {

    private final ListGenerations generations = new ListGenerations();
    private final GenerationActivateResource activate = new GenerationActivateResource(generations);
    private final GenerationRollbackResource rollback = new GenerationRollbackResource(generations);

    @Test
    void listsTheNewestFirstAndSaysWhichDecides() {
        checked(activate, wanting(ListGenerations.NEW));

        JsonNode page = checked(new GenerationsResource(generations), new FakeCall());

        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("rows").findValuesAsText("number")).containsExactly("2", "1");
        assertThat(page.path("rows").findValuesAsText("active")).containsExactly("true", "false");
        assertThat(page.at("/rows/0/lastAct").asText()).isEqualTo("promoted");
    }

    @Test
    void pagesTheList() {
        activate.handle(wanting(ListGenerations.NEW));

        JsonNode page = Conformance.answer(
                new GenerationsResource(generations),
                new FakeCall().asking("limit", "1").asking("offset", "1"));

        assertThat(page.path("rows").findValuesAsText("number")).containsExactly("1");
        assertThat(page.path("hasMore").asBoolean()).isFalse();
    }

    @Test
    void showsOneWholeAndTheOneThatDecidesByName() {
        GenerationResource one = new GenerationResource(generations);

        JsonNode active = checked(one, new FakeCall().at("number", "active"));

        assertThat(active).isEqualTo(Conformance.answer(one, new FakeCall().at("number", "1")));
        assertThat(active.at("/roles/style/sha256").asText()).isEqualTo(ListGenerations.OLD);
        assertThat(active.at("/settings/style.Pid/ceiling").asText()).isEqualTo("5");
        status(404, () -> one.handle(new FakeCall().at("number", "9")));
        status(404, () -> one.handle(new FakeCall().at("number", "next")));
    }

    @Test
    void showsWhatDiffers() {
        activate.handle(wanting(ListGenerations.NEW));
        GenerationDiffResource diff = new GenerationDiffResource(generations);

        JsonNode shown = checked(diff, new FakeCall().asking("from", "1").asking("to", "2"));

        assertThat(shown.at("/roles/0/before/sha256").asText()).isEqualTo(ListGenerations.OLD);
        assertThat(shown.at("/roles/0/after/sha256").asText()).isEqualTo(ListGenerations.NEW);
        status(400, () -> diff.handle(new FakeCall().asking("from", "1")));
        status(404, () -> diff.handle(new FakeCall().asking("from", "1").asking("to", "7")));
    }

    @Test
    void plansWithoutActivating() {
        FakeCall call = FakeCall.json("{\"settings\":{\"style.Pid\":{\"ceiling\":9}}}");

        JsonNode plan = checked(new GenerationPlanResource(generations), call);

        assertThat(plan.at("/diff/settings/0/after").asText()).isEqualTo("9");
        assertThat(plan.path("problems")).isEmpty();
        assertThat(generations.list()).hasSize(1);
        assertThat(generations.asked.configurations())
                .isEqualTo(Map.of("style.Pid", new TreeMap<>(Map.of("ceiling", "9"))));
    }

    @Test
    void keepsTheOtherSettingsOfAPidAndTakesOneBackToItsDefault() {
        activate.handle(FakeCall.json("{\"settings\":{\"style.Pid\":{\"floor\":\"1\"}},\"reason\":\"calmer\"}"));

        assertThat(generations.asked.configurations().get("style.Pid"))
                .containsOnly(Map.entry("ceiling", "5"), Map.entry("floor", "1"));
        assertThat(generations.asked.reason()).isEqualTo("calmer");
        assertThat(generations.asked.by()).isEqualTo("ann");

        activate.handle(FakeCall.json("{\"settings\":{\"style.Pid\":{\"ceiling\":null}}}"));

        assertThat(generations.asked.configurations().get("style.Pid")).containsOnly(Map.entry("floor", "1"));
    }

    @Test
    void saysWhyAnActivationFailedAndWhatDecides() {
        assertThatThrownBy(() -> activate.handle(wanting(ListGenerations.BAD)))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("the probe threw")
                .hasMessageContaining("generation 1 is active");
        assertThat(generations.list()).hasSize(1);
    }

    @Test
    void goesBackToTheOneBeforeOrToANumber() {
        activate.handle(wanting(ListGenerations.NEW));

        JsonNode report = checked(rollback, new FakeCall());

        assertThat(report.path("succeeded").asBoolean()).isTrue();
        assertThat(report.path("active").asInt()).isEqualTo(1);
        assertThat(Conformance.answer(rollback, FakeCall.json("{\"number\":2,\"reason\":\"again\"}"))
                        .path("active")
                        .asInt())
                .isEqualTo(2);
        status(404, () -> rollback.handle(FakeCall.json("{\"number\":7}")));
    }

    @Test
    void hasNothingToGoBackToAtFirst() {
        status(409, () -> rollback.handle(new FakeCall()));
    }

    @Test
    void refusesWhatCannotBeRead() {
        for (String body : new String[] {
            "{}",
            "[]",
            "{\"bundles\":{\"style\":\"short\"}}",
            "{\"bundles\":[]}",
            "{\"settings\":{\"p\":{\"k\":[]}}}",
            "{\"other\":1}"
        }) {
            status(400, () -> activate.handle(FakeCall.json(body)));
        }
    }

    @Test
    void belongsToOperatorsOfTheHost() {
        FakeCall elsewhere = wanting(ListGenerations.NEW).in(Scope.ofWorkspace("shop"));

        status(403, () -> activate.handle(elsewhere));
        status(403, () -> rollback.handle(new FakeCall().in(Scope.ofWorkspace("shop"))));
        status(403, () -> new GenerationPlanResource(generations).handle(elsewhere));
        assertThat(generations.list()).hasSize(1);
    }

    private static JsonNode checked(HttpResource resource, FakeCall call) {
        return Conformance.checked(resource, resource.handle(call));
    }

    private static FakeCall wanting(String hash) {
        return FakeCall.json("{\"bundles\":{\"style\":\"" + hash + "\"}}");
    }

    private static void status(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
