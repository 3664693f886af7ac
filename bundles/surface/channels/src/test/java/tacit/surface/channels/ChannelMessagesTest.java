package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class ChannelMessagesTest {

    private final Rig rig = new Rig();
    private final ChannelMessagesResource list = new ChannelMessagesResource(rig.channels);
    private final ChannelMessageActResource act = new ChannelMessageActResource(rig.channels);

    @BeforeEach
    void keepsAMessageThatNobodyAnswers() {
        rig.with(Rig.webhook()).with(Rig.account(Map.of()));
        rig.deliver("d1", "{\"text\":\"Hello\"}");
        rig.clock.pass(Duration.ofMinutes(1));
        rig.advance();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static FakeCall to(String path) {
        return new FakeCall(path, Map.of(), "", "");
    }

    private static FakeCall limited(String limit) {
        return new FakeCall("webhook", Map.of(), "", "", Scope.ofDefaultWorkspace(), Map.of("limit", List.of(limit)));
    }

    private JsonNode messages() {
        return Conformance.answer(list, to("webhook")).get("messages");
    }

    private static void refused(int status, HttpResource resource, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    @Test
    void listsWhatIsNotDoneWithoutItsWords() {
        JsonNode messages = messages();

        assertThat(messages).hasSize(1);
        assertThat(messages.at("/0/state").asText()).isEqualTo("kept");
        assertThat(messages.at("/0/channel").asText()).isEqualTo("webhook");
        assertThat(messages.toString()).doesNotContain("Hello");
    }

    @Test
    void dropsAMessageOnce() {
        String path = "webhook/" + messages().at("/0/id").asText() + "/drop";

        assertThat(Conformance.answer(act, to(path)).get("became").asText()).isEqualTo("dropped");
        assertThat(messages()).isEmpty();
        refused(404, act, to(path));
    }

    @Test
    void hasAMessageTriedAgain() {
        String id = messages().at("/0/id").asText();

        assertThat(Conformance.answer(act, to("webhook/" + id + "/retry"))
                        .get("became")
                        .asText())
                .isEqualTo("tried_again");
        assertThat(messages().at("/0/state").asText()).isEqualTo("taken");
        refused(409, act, to("webhook/" + id + "/drop"));
    }

    @Test
    void knowsNoOtherChannelMessageOrAct() {
        refused(404, list, to("fax"));
        refused(404, act, to("webhook/none/drop"));
        refused(404, act, to("fax/none/drop"));
        refused(404, act, to("webhook/" + messages().at("/0/id").asText() + "/burn"));
        assertThat(messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "many", "-1"})
    void refusesALimitThatDoesNotFit(String limit) {
        refused(400, list, limited(limit));
    }

    @Test
    void isForOperatorsOfTheHost() {
        String id = messages().at("/0/id").asText();
        Scope home = Scope.ofWorkspace("home");

        refused(403, list, new FakeCall("webhook", Map.of(), "", "", home, Map.of()));
        refused(403, act, new FakeCall("webhook/" + id + "/drop", Map.of(), "", "", home, Map.of()));
        refused(400, act, new FakeCall("webhook/" + id + "/drop", Map.of(), "application/json", "{}"));
        assertThat(list.role()).contains(AccessRole.OPERATOR);
        assertThat(act.role()).contains(AccessRole.OPERATOR);
        assertThat(messages()).hasSize(1);
    }
}
