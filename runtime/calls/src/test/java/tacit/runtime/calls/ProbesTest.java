package tacit.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.harness.Calls;
import tacit.api.harness.Role;

/** Every role comes with questions that fit its methods. */
class ProbesTest {

    private final JsonCalls calls = new JsonCalls();

    static Stream<Class<?>> roles() {
        return Contracts.all().stream().filter(type -> type.isAnnotationPresent(Role.class));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleHasAtLeastTwoQuestionsThatCanBeAsked(Class<?> type) throws IOException {
        JsonNode probes = probes(type.getAnnotation(Role.class).value());

        assertThat(probes.size()).isGreaterThanOrEqualTo(2);
        for (JsonNode probe : probes) {
            Object refusing =
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                        throw new IllegalStateException("asked");
                    });
            String output = calls.ask(
                    refusing,
                    type,
                    probe.get("method").asText(),
                    probe.get("inputs").toString());

            assertThat(output).startsWith("{\"thrown\":\"java.lang.IllegalStateException: asked\"");
        }
    }

    private static JsonNode probes(String role) throws IOException {
        try (InputStream in = Calls.class.getResourceAsStream("/tacit/probes/" + role + ".json")) {
            assertThat(in).as("probes of %s", role).isNotNull();
            return new ObjectMapper().readTree(in);
        }
    }
}
