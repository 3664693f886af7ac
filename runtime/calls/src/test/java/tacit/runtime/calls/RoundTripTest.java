package tacit.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.api.harness.Recording;
import tacit.api.ingest.TraceFile;

/** What goes through a call comes out of its record as it was, for every method of which calls are recorded. */
class RoundTripTest {

    private static final int ROUNDS = 60;

    private final JsonCalls calls = new JsonCalls();

    static Stream<Method> plainMethods() {
        return Contracts.all().stream()
                .flatMap(type -> Contracts.methods(type).stream())
                .filter(method -> !List.of(method.getParameterTypes()).contains(TraceFile.class));
    }

    @Test
    void findsTheContracts() {
        assertThat(Contracts.all())
                .extracting(Class::getSimpleName)
                .contains("TraceStore", "FailureClusters", "EvalCases", "FailureTemplates", "TraceSource");
        assertThat(plainMethods()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("plainMethods")
    void aCallComesBackAsItWas(Method method) {
        RandomValues values = new RandomValues(new Random(method.toString().hashCode()));
        for (int round = 0; round < ROUNDS; round++) {
            Object[] arguments = Arrays.stream(method.getGenericParameterTypes())
                    .map(values::of)
                    .toArray();
            Object result = method.getReturnType() == void.class ? null : values.of(method.getGenericReturnType());

            Recording recording = calls.record(method, arguments);
            AtomicReference<Object[]> asked = new AtomicReference<>(new Object[0]);
            Object provider = provider(method, asked, result);
            String again = calls.ask(provider, method.getDeclaringClass(), calls.name(method), recording.inputs());

            assertThat(asked.get()).containsExactly(arguments);
            assertThat(again).isEqualTo(recording.output(result));
            assertThat(calls.answer(method, again)).isEqualTo(result);
        }
    }

    @ParameterizedTest
    @MethodSource("plainMethods")
    void aRecordOfARecordIsTheSameText(Method method) {
        RandomValues values = new RandomValues(new Random(7));
        Object[] arguments =
                Arrays.stream(method.getGenericParameterTypes()).map(values::of).toArray();
        AtomicReference<Object[]> asked = new AtomicReference<>(new Object[0]);
        Object result = method.getReturnType() == void.class ? null : values.of(method.getGenericReturnType());

        String inputs = calls.record(method, arguments).inputs();
        calls.ask(provider(method, asked, result), method.getDeclaringClass(), calls.name(method), inputs);

        assertThat(calls.record(method, asked.get()).inputs()).isEqualTo(inputs);
    }

    private static Object provider(Method method, AtomicReference<Object[]> asked, @Nullable Object result) {
        Class<?> type = method.getDeclaringClass();
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
            asked.set(arguments == null ? new Object[0] : arguments);
            return result;
        });
    }
}
