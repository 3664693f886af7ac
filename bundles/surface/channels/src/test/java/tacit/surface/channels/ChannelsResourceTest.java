package tacit.surface.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class ChannelsResourceTest {

    private final Rig rig = new Rig();
    private final ChannelsResource resource = new ChannelsResource(rig.channels);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void tellsAnOperatorHowChannelsDo() throws Exception {
        rig.with(Rig.webhook()).with(new FakeAgent()).with(Rig.account(Map.of()));
        rig.deliver("d1", "{\"text\":\"Hello\"}");

        String answer = Conformance.answer(resource, FakeCall.get(Scope.ofDefaultWorkspace(), Map.of()))
                .toString();

        assertThat(answer)
                .contains("\"name\":\"webhook\"", "\"state\":\"ready\"", "\"agent\":\"fake\"", "\"waiting\":1")
                .contains("No address is configured")
                .doesNotContain("Hello", Signed.SECRET);
    }

    @Test
    void isForOperatorsOnly() {
        assertThat(resource.role()).contains(AccessRole.OPERATOR);
        assertThat(resource.method() + " " + resource.path()).isEqualTo("GET /v1/channels");
    }

    @Test
    void refusesAQuery() {
        assertThatThrownBy(() ->
                        resource.handle(FakeCall.get(Scope.ofDefaultWorkspace(), Map.of("name", List.of("webhook")))))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400))
                .hasMessage("This path takes no query");
    }

    @Test
    void refusesAnOperatorOfAnotherWorkspace() {
        assertThatThrownBy(() -> resource.handle(FakeCall.get(Scope.ofWorkspace("home"), Map.of())))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403))
                .hasMessageContaining("needs an operator of the default workspace");
    }

    @Test
    void refusesAnOperatorWhoSpeaksForAUser() {
        Scope ada = new Scope(Scope.DEFAULT_WORKSPACE, "ada");

        assertThatThrownBy(() -> resource.handle(FakeCall.get(ada, Map.of())))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
    }
}
