package tacit.adapt.learning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Skills;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;

/** Takes words back from skills and their proposals. Thread-safe. */
@Component(service = {EvidenceTexts.class, MemoryCopies.class})
public final class SkillForgetting implements EvidenceTexts, MemoryCopies {

    private static final String PLAYBOOK = "playbook";
    private static final String RUN = "task";

    private final Skills skills;
    private final TraceStore traces;

    @Activate
    public SkillForgetting(@Reference Skills skills, @Reference TraceStore traces) {
        this.skills = skills;
        this.traces = traces;
    }

    /** Before the documents and the files: those would only put tombstones into what has to be written anew. */
    @Override
    public String name() {
        return "acquired skills";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        return skills.forget(scope, List.of(), List.copyOf(texts));
    }

    @Override
    public int forgetUser(Scope scope) {
        Set<String> runs = UserTraces.of(traces, scope);
        return runs.isEmpty()
                ? 0
                : skills.forget(scope, runs.stream().sorted().collect(Collectors.toList()), List.of());
    }

    @Override
    public void changed(List<MemoryRecord> records) {}

    /** What a skill has of an episode goes with the episode. */
    @Override
    public void removed(List<MemoryRecord> records) {
        Map<String, Set<String>> runs = new TreeMap<>();
        for (MemoryRecord record : records) {
            if (record.layer().equals(PLAYBOOK)) {
                record.attribute(RUN)
                        .ifPresent(run -> runs.computeIfAbsent(record.workspaceId(), any -> new TreeSet<>())
                                .add(run));
            }
        }
        runs.forEach((workspace, ids) -> skills.forget(Scope.ofWorkspace(workspace), List.copyOf(ids), List.of()));
    }

    @Override
    public void cleared(Scope scope) {
        skills.clear(scope);
    }

    /** A piece of a skill may come from many runs. */
    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.empty();
    }
}
