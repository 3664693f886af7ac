package tacit.memory.gate;

import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.MemoryWrite.Target;

/** Writes as tests want them. */
final class Writes {

    private Writes() {}

    static MemoryWrite of(Target target, String action, Origin origin, String... payload) {
        TreeMap<String, String> parts = new TreeMap<>();
        for (int index = 0; index < payload.length; index += 2) {
            parts.put(payload[index], payload[index + 1]);
        }
        return new MemoryWrite(
                "default",
                target,
                action,
                origin,
                "task-1",
                parts,
                null,
                "asked for",
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")));
    }

    static MemoryWrite curatedAdd(String content) {
        return of(
                Target.CURATED,
                "add",
                Origin.AGENT_TOOL,
                "content",
                content,
                "kind",
                "preference",
                "target",
                "USER",
                "user",
                "ada");
    }

    static MemoryWrite remember(String content) {
        return of(Target.EXTERNAL, "remember", Origin.AGENT_TOOL, "content", content, "container", "cowork:default");
    }
}
