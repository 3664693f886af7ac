package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

class ResourcesTest {

    private final Rig rig = new Rig(null);

    @AfterEach
    void close() {
        rig.close();
    }

    /** A request. */
    private record FakeCall(Scope scope, Map<String, List<String>> query, Map<String, String> headers, String text)
            implements Call {

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public Principal principal() {
            return new Principal("test", AccessRole.OPERATOR, scope);
        }

        @Override
        public Map<String, String> pathParameters() {
            return Map.of("id", "hook");
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public Optional<String> contentType() {
            return Optional.of("application/json");
        }
    }

    private static FakeCall get(Scope scope, Map<String, List<String>> query) {
        return new FakeCall(scope, query, Map.of(), "");
    }

    @Test
    void listsTriggersWithHowTheyDo() {
        rig.with("clock", ScriptedTrigger.each(Duration.ofMinutes(1)), Map.of()).passSeconds(3);

        String answer = Conformance.answer(
                        new TriggersResource(rig.triggers), get(Scope.ofDefaultWorkspace(), Map.of()))
                .toString();

        assertThat(answer)
                .contains("\"kinds\":[\"clock\"]", "\"id\":\"clock\"", "\"state\":\"ready\"", "\"problems\":[]")
                .contains("\"lastIngressAt\":\"2026-03-01T12:00:01Z\"", "\"nextAt\":\"2026-03-01T12:01:00Z\"")
                .contains("\"counts\":{\"readings\":1,\"signals\":1,\"repeated\":0,\"refused\":0,\"failures\":0}");
    }

    @Test
    void listsThemToOperatorsOfTheWholeHostOnly() {
        TriggersResource resource = new TriggersResource(rig.triggers);

        assertThat(resource.role()).contains(AccessRole.OPERATOR);
        assertThatThrownBy(() -> resource.handle(get(Scope.ofWorkspace("w9"), Map.of())))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
        assertThatThrownBy(() -> resource.handle(get(Scope.ofDefaultWorkspace(), Map.of("q", List.of("1")))))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(400));
    }

    @Test
    void takesASignedRequestOnce() {
        rig.with("hook", ScriptedTrigger.ofRequests(), Map.of());
        TriggerResource resource = new TriggerResource(rig.intake);
        FakeCall call = new FakeCall(Scope.ofDefaultWorkspace(), Map.of(), rig.signed("d1", "{}"), "{}");

        Reply first = resource.handle(call);
        Reply second = resource.handle(call);

        assertThat(first.status()).isEqualTo(202);
        assertThat(Conformance.checked(resource, first)).hasToString("{\"repeated\":false,\"signals\":1}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(Conformance.checked(resource, second)).hasToString("{\"repeated\":true,\"signals\":0}");
        assertThat(resource.role()).isEmpty();
        assertThat(resource.maxBodyBytes()).isEqualTo(262_144);
    }

    @Test
    void saysWhyItTakesNone() {
        rig.with("hook", ScriptedTrigger.ofRequests(), Map.of());
        TriggerResource resource = new TriggerResource(rig.intake);
        FakeCall unsigned = get(Scope.ofDefaultWorkspace(), Map.of());
        FakeCall odd = new FakeCall(Scope.ofDefaultWorkspace(), Map.of(), Map.of(), "\u00C3");

        assertThatThrownBy(() -> resource.handle(unsigned))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(403));
        assertThatThrownBy(() -> resource.handle(odd)).hasMessage("The body must be UTF-8");
    }
}
