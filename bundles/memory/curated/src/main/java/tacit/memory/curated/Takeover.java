package tacit.memory.curated;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.Evidence;
import tacit.api.memory.GateDecision;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.memory.MemoryWrite.Origin;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.WriteGate;
import tacit.api.store.Scope;

/** Makes entries of the lines of a block, one by one. Confined to one migration. */
final class Takeover {

    /** Lines that are too long for an entry: found by search, shown by no prompt by itself. */
    static final String LONG = "curated.long";

    private static final String WHY = "taken over from the workspace's file";

    private final MemoryStore store;
    private final WriteGate gate;
    private final Editing editing;
    private final String workspaceId;
    private final boolean dryRun;
    private final Set<String> said;
    private final Map<Outcome, Integer> counts = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** What can become of a line. */
    enum Outcome {
        ADDED,
        WAITING,
        KNOWN,
        KEPT
    }

    Takeover(MemoryStore store, WriteGate gate, Clock clock, String workspaceId, boolean dryRun) {
        this.store = store;
        this.gate = gate;
        this.editing = new Editing(store, clock);
        this.workspaceId = workspaceId;
        this.dryRun = dryRun;
        said = said();
    }

    int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** What was not taken over, by file and line. */
    List<String> remarks() {
        return remarks;
    }

    void take(String path, Target target, BlockLine line) {
        if (!line.isEntry()) {
            remarks.add(place(path, line) + " is no entry");
        } else if (!said.add(same(target, line.content()))) {
            count(Outcome.KNOWN, 1);
        } else {
            Evidence evidence = new Evidence(Evidence.Kind.FILE, path, line.begin(), line.end());
            try {
                take(path, target, line, evidence);
            } catch (IllegalArgumentException e) {
                remarks.add(place(path, line) + " is not taken over: " + e.getMessage());
            }
        }
    }

    private void take(String path, Target target, BlockLine line, Evidence evidence) {
        if (line.content().length() > Texts.LONGEST_CONTENT) {
            keep(target, line, evidence);
            count(Outcome.KEPT, 1);
            remarks.add(place(path, line) + " has " + line.content().length()
                    + " characters: kept as a memory of layer '" + LONG + "', which no prompt shows by itself");
        } else if (dryRun) {
            count(Outcome.ADDED, 1);
        } else {
            add(path, target, line, evidence);
        }
    }

    private void add(String path, Target target, BlockLine line, Evidence evidence) {
        Edit edit = new Edit(
                workspaceId,
                null,
                Edit.Act.ADD,
                target,
                line.kind(),
                null,
                line.content(),
                Edit.ASKED,
                WHY,
                null,
                Origin.BACKGROUND,
                List.of(evidence));
        GateDecision decision = gate.evaluate(edit.write(null));
        switch (decision.answer()) {
            case ALLOWED -> {
                editing.apply(edit);
                count(Outcome.ADDED, 1);
            }
            case STAGED -> count(Outcome.WAITING, 1);
            case BLOCKED -> remarks.add(place(path, line) + " is not taken over: " + decision.words());
        }
    }

    private void keep(Target target, BlockLine line, Evidence evidence) {
        if (!dryRun) {
            store.add(new MemoryDraft(
                    workspaceId,
                    LONG,
                    line.kind(),
                    Texts.word(target),
                    line.content(),
                    MemoryScope.WORKSPACE,
                    target == Target.USER ? Visibility.PRIVATE : Visibility.SHARED,
                    TrustLane.INFERENCE,
                    List.of(evidence),
                    Edit.ASKED,
                    null,
                    null,
                    Texts.key(target, line.kind(), line.content()),
                    Entries.of(target)));
        }
    }

    private void count(Outcome outcome, int more) {
        counts.merge(outcome, more, Integer::sum);
    }

    private static String place(String path, BlockLine line) {
        return path + ":" + line.number();
    }

    /** What entries say or said, whatever became of them: what was removed must not come back. */
    private Set<String> said() {
        Set<String> all = new HashSet<>();
        for (String layer : List.of(Entries.LAYER, LONG)) {
            MemoryWalk.over(store, Scope.ofWorkspace(workspaceId), MemoryFilter.of(layer))
                    .forEach(entry -> all.add(
                            entry.attributes().getOrDefault(Entries.TARGET, "") + " " + Texts.normal(entry.text())));
        }
        return all;
    }

    private static String same(Target target, String content) {
        return Texts.word(target) + " " + Texts.normal(content);
    }
}
