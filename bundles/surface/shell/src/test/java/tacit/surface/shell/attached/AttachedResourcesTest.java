package tacit.surface.shell.attached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.runtime.testkit.ListAuditLog;
import tacit.surface.shell.ShellCommand;

class AttachedResourcesTest {

    private static final Principal OPERATOR =
            new Principal("operator", AccessRole.OPERATOR, Scope.ofDefaultWorkspace());

    private final ListAuditLog audit = new ListAuditLog();
    private final HttpResource completions = new CompletionsResource(context(), new LiveIds(context()));
    private final HttpResource end =
            new RunEndResource(new ShellCommand(new CommandProcessorImpl(new ThreadIOImpl())), audit);

    @Test
    void tellsNamesVerbsAndOptions() throws IOException {
        assertThat(complete("tacit:clust")).isEqualTo("{\"words\":[\"tacit:cluster\",\"tacit:clusters\"]}");
        assertThat(complete("token ")).isEqualTo("{\"words\":[\"create\",\"list\",\"revoke\"]}");
        assertThat(complete("token --j")).isEqualTo("{\"words\":[\"--json\"]}");
    }

    @Test
    void tellsNothingWhereServicesAreMissing() throws IOException {
        for (String command : List.of(
                "trace",
                "cluster",
                "experiment",
                "eval",
                "rollback",
                "activate",
                "pulse",
                "settings",
                "roles",
                "x)(y")) {
            assertThat(complete(command + " ")).isEqualTo("{\"words\":[]}");
        }
    }

    @Test
    void refusesMalformedCalls() {
        assertThatThrownBy(() -> completions.handle(new Asked(OPERATOR, Map.of(), "")))
                .hasMessage("line must be given");
        assertThatThrownBy(() -> completions.handle(new Asked(OPERATOR, Map.of("cursor", List.of("1")), "")))
                .hasMessage("Known parameters are line");
        assertThatThrownBy(() -> complete("x".repeat(4_001))).hasMessageContaining("at most 4000");
    }

    @Test
    void isForTheOperatorsOfTheWholeHostOnly() {
        for (Principal other : List.of(
                new Principal("a", AccessRole.OPERATOR, Scope.ofWorkspace("other")),
                new Principal("b", AccessRole.OPERATOR, new Scope(Scope.DEFAULT_WORKSPACE, "ann")),
                new Principal("c", AccessRole.READER, Scope.ofDefaultWorkspace()))) {
            Call call = new Asked(other, Map.of("line", List.of("clu")), "r-1");
            for (HttpResource resource : List.of(completions, end)) {
                assertThatThrownBy(() -> resource.handle(call))
                        .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                                .isEqualTo(403));
                assertThat(resource.role()).contains(AccessRole.OPERATOR);
            }
        }
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void notesAnInterruptAndKnowsWhenNothingRuns() {
        assertThatThrownBy(() -> end.handle(new Asked(OPERATOR, Map.of(), "r-1")))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(404));

        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("shell.interrupt");
        assertThatThrownBy(() -> end.handle(new Asked(OPERATOR, Map.of(), "r".repeat(101))))
                .hasMessage("No line of that name runs");
        assertThat(audit.entries).hasSize(1);
    }

    private String complete(String line) throws IOException {
        Reply reply = completions.handle(new Asked(OPERATOR, Map.of("line", List.of(line)), ""));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        reply.body().writeTo(body);
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Knows the command token and no other service. */
    private static BundleContext context() {
        ServiceReference<?> token = (ServiceReference<?>) Proxy.newProxyInstance(
                AttachedResourcesTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) -> null);
        return (BundleContext) Proxy.newProxyInstance(
                AttachedResourcesTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServiceReferences" ->
                        String.valueOf(arguments[1]).contains("function=token)")
                                ? new ServiceReference<?>[] {token}
                                : null;
                    case "getService" -> new CompletionsTest.Commands();
                    default -> null;
                });
    }

    private record Asked(Principal principal, Map<String, List<String>> query, String id) implements Call {

        @Override
        public Map<String, String> pathParameters() {
            return Map.of("id", id);
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<String> contentType() {
            return Optional.empty();
        }

        @Override
        public byte[] body() {
            return new byte[0];
        }
    }
}
