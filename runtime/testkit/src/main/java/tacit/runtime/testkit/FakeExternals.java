package tacit.runtime.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.ExternalMemories;
import tacit.api.memory.ExternalState;
import tacit.api.memory.ExternalTurn;

/** Memories outside that answer what a test says, and note what they are told. */
public final class FakeExternals implements ExternalMemories {

    /** What each answers for prompts, by its id. */
    public final Map<String, Supplier<List<ContextFragment>>> answers = new TreeMap<>();

    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    public final List<ExternalTurn> turns = new ArrayList<>();
    public @Nullable ExternalState state;

    @Override
    public List<String> enabled() {
        return List.copyOf(answers.keySet());
    }

    @Override
    public List<ContextFragment> prefetch(String id, ContextRequest request) {
        asked.add(id);
        return answers.getOrDefault(id, List::of).get();
    }

    @Override
    public int syncTurn(ExternalTurn turn) {
        turns.add(turn);
        return turn.memories().size();
    }

    @Override
    public int extractSession(ExternalTurn session) {
        asked.add("session");
        return syncTurn(session);
    }

    @Override
    public List<Status> status() {
        return state == null ? List.of() : List.of(new Status("far", state, 1, 2, 3, 4));
    }

    @Override
    public String check(String id) {
        asked.add("check " + id);
        return "It answers";
    }
}
