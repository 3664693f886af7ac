package tacit.evidence.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.harness.Decision;
import tacit.api.harness.Situation;
import tacit.api.store.Database;
import tacit.evidence.decisions.DeclaredRoles.DeclaredRole;
import tacit.evidence.decisions.DeclaredRoles.Probe;
import tacit.runtime.calls.JsonCalls;
import tacit.runtime.testkit.EachDatabase;

/**
 * The contract of every role: its calls can be asked again from their record.
 *
 * <p>Roles are found by what the API declares and providers by their components, so a new one is held to it at once.
 */
class RoleContractTest {

    private final JsonCalls calls = new JsonCalls();

    static Stream<DeclaredRole> roles() throws IOException {
        return DeclaredRoles.all().stream();
    }

    @Test
    void findsTheRoles() throws IOException {
        assertThat(DeclaredRoles.all())
                .extracting(DeclaredRole::name)
                .contains("failure-template", "trace-source", "failure-detector");
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyMethodCanBeCarried(DeclaredRole role) {
        for (Method method : role.type().getMethods()) {
            assertThatCode(() -> calls.check(method)).as(method.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    void comesWithQuestionsToAtLeastTwoSituations(DeclaredRole role) throws IOException {
        List<String> known = Arrays.stream(role.type().getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(calls::name)
                .toList();

        assertThat(DeclaredRoles.probes(role.name()))
                .as("tacit/probes/%s.json", role.name())
                .hasSizeGreaterThanOrEqualTo(2)
                .extracting(Probe::method)
                .allMatch(known::contains);
    }

    /** Those whose providers ask no store; the others are asked over real ones by {@code MemoryContractTest} of itest. */
    static Stream<DeclaredRole> selfContained() throws IOException {
        return roles().filter(role -> !role.type()
                .getPackageName()
                .matches("tacit\\.api\\.(memory|recall|adapt|channel|pulse|autonomy|reflect|guard|model)"));
    }

    @ParameterizedTest
    @MethodSource("selfContained")
    void answersAgainFromTheRecordWhatItAnswered(DeclaredRole role) throws IOException {
        List<Object> providers = new Components().providing(role.type());

        assertThat(providers).as("providers of %s", role.name()).isNotEmpty();
        for (Object provider : providers) {
            for (Probe probe : DeclaredRoles.probes(role.name())) {
                RecordedCall call = RecordedCall.of(calls, provider, role.type(), probe.method(), probe.inputs());
                String again = calls.ask(provider, role.type(), probe.method(), call.inputs());

                assertThat(again).as("%s of %s", probe.method(), provider).isEqualTo(call.output());
                assertThat(again).as("%s of %s", probe.method(), provider).satisfies(RoleContractTest::isAllowed);
            }
        }
    }

    /** A probe must be answered; a source may find that it cannot read the file. */
    private static void isAllowed(String output) {
        if (output.contains("\"thrown\":")) {
            assertThat(output).matches("\\{\"thrown\":\"java\\.(io|nio)\\.[\\w.]*Exception.*");
        }
    }

    @EachDatabase
    void answersAgainFromTheDecisionThatWasKept(Database database) throws IOException {
        SqlDecisionLog log = Samples.log(database, Map.of());
        Map<Decision, Runnable> checks = new LinkedHashMap<>();
        List<Decision> offered = new ArrayList<>();
        for (DeclaredRole role : DeclaredRoles.all()) {
            for (Object provider : new Components().providing(role.type())) {
                for (Probe probe : DeclaredRoles.probes(role.name())) {
                    RecordedCall call = RecordedCall.of(calls, provider, role.type(), probe.method(), probe.inputs());
                    Decision decision = decision(offered.size(), role.name(), probe.method(), call);
                    offered.add(decision);
                    checks.put(decision, () -> assertSameAgain(log, decision, provider, role));
                }
            }
        }

        offered.forEach(decision -> assertThat(log.offer(decision)).isTrue());
        log.close();

        assertThat(offered).hasSizeGreaterThan(50);
        checks.values().forEach(Runnable::run);
    }

    private void assertSameAgain(SqlDecisionLog log, Decision decision, Object provider, DeclaredRole role) {
        Decision kept = log.find(decision.id()).orElseThrow();
        Situation asked = kept.situation();

        String again = calls.ask(provider, role.type(), asked.method(), asked.inputs());

        assertThat(kept).isEqualTo(decision);
        assertThat(again).isEqualTo(kept.output());
    }

    private static Decision decision(int number, String role, String method, RecordedCall call) {
        Situation asked = new Situation(role, method, call.inputs(), Samples.NOW, number, List.of());
        return new Decision("d" + number, asked, call.output(), "ab".repeat(32), 1, Duration.ofMillis(1), 0);
    }
}
