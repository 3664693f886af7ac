package tacit.runtime.itest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.runtime.calls.JsonCalls;

/** Services that answer from the record of one call and hold nothing else, as in the sandbox. Confined to one thread. */
final class FromRecord {

    private static final Pattern THROWN = Pattern.compile("\\{\"thrown\":\"([\\w.$]+)(?:: (.*))?\"}", Pattern.DOTALL);

    private final JsonCalls calls = new JsonCalls();
    private final Map<List<String>, Deque<String>> answers = new HashMap<>();
    private final List<String> notHeld = new ArrayList<>();
    private final Situation situation;

    FromRecord(Situation situation) {
        this.situation = situation;
        for (InnerCall call : situation.inner()) {
            answers.computeIfAbsent(List.of(call.target(), call.method(), call.inputs()), key -> new ArrayDeque<>())
                    .add(call.output());
        }
    }

    /** What a provider sees of a service of the host. */
    Object view(Class<?> type) {
        if (type == Clock.class) {
            return Clock.fixed(situation.clock(), ZoneOffset.UTC);
        }
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answering(type.getName()));
    }

    private InvocationHandler answering(String target) {
        return (self, method, arguments) -> {
            @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
            String name = calls.name(method);
            String inputs = calls.record(method, given).inputs();
            Deque<String> left = answers.get(List.of(target, name, inputs));
            String output = left == null ? null : left.poll();
            if (output == null) {
                notHeld.add(name + " " + inputs);
                throw new IllegalStateException("The record does not hold " + name);
            }
            if (output.startsWith("{\"thrown\":")) {
                throw thrown(output);
            }
            return calls.answer(method, output);
        };
    }

    private static RuntimeException thrown(String output) throws ReflectiveOperationException {
        Matcher parts = THROWN.matcher(output);
        assertThat(parts.matches()).as(output).isTrue();
        return Class.forName(parts.group(1))
                .asSubclass(RuntimeException.class)
                .getConstructor(String.class)
                .newInstance(parts.group(2).replace("\\\"", "\""));
    }

    /** What was asked and is not in the record. */
    List<String> notHeld() {
        return notHeld;
    }

    /** What the record holds and nobody asked for. */
    List<String> notAsked() {
        List<String> left = new ArrayList<>();
        answers.forEach((key, outputs) -> outputs.forEach(output -> left.add(key.toString())));
        return left;
    }
}
