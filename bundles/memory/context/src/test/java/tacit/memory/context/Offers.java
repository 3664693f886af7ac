package tacit.memory.context;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tacit.api.harness.Role;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;

/** Sources, fragments and requests as tests want them. */
final class Offers {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private Offers() {}

    static ContextRequest request(Audience audience) {
        return new ContextRequest("w", "", audience, NOW, 50);
    }

    static ContextFragment fragment(String text, Visibility visibility, String... memories) {
        return new ContextFragment(
                text, "s", "user", text, TrustLane.STATEMENT, visibility, 0.8, 0.8, NOW, List.of(memories));
    }

    static void add(AskedContexts contexts, String name, Function<ContextRequest, List<ContextFragment>> answer) {
        contexts.addSource(source(name, answer), Map.of(Role.FACADE, "memory-source/" + name));
    }

    static MemorySource source(String name, Function<ContextRequest, List<ContextFragment>> answer) {
        return new MemorySource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<ContextFragment> fragments(ContextRequest request) {
                return answer.apply(request);
            }
        };
    }
}
