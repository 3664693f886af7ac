package tacit.memory.external;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ExternalContext;
import tacit.api.memory.ExternalForgetting;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.ExternalNote;
import tacit.api.memory.ExternalQuery;
import tacit.api.memory.ExternalState;
import tacit.api.memory.RemoteCopy;

/** A memory outside that keeps what it is told in a map, or fails. */
class FakeMemory implements ExternalMemory {

    final Map<String, String> texts = new TreeMap<>();
    final List<ExternalNote> notes = new ArrayList<>();
    final List<ExternalForgetting> forgettings = new ArrayList<>();
    final List<@Nullable String> queries = new ArrayList<>();
    final List<ExternalContext.Fact> facts = new ArrayList<>();
    boolean on = true;
    boolean mirrors = true;
    boolean broken;

    private final String id;

    FakeMemory(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean enabled() {
        return on;
    }

    @Override
    public boolean mirrors() {
        return mirrors;
    }

    @Override
    public ExternalContext prefetch(ExternalQuery query) {
        refuse();
        queries.add(query.query());
        return new ExternalContext(id, facts, new TreeMap<>());
    }

    @Override
    public RemoteCopy remember(ExternalNote note) {
        refuse();
        notes.add(note);
        String remote = id + "-" + notes.size();
        texts.put(remote, note.content());
        return new RemoteCopy(remote, "doc-" + remote, "home");
    }

    @Override
    public void forget(ExternalForgetting forgetting) {
        refuse();
        forgettings.add(forgetting);
        texts.remove(String.valueOf(forgetting.id()));
        texts.values().removeIf(text -> text.equals(forgetting.content()));
    }

    private void refuse() {
        if (broken) {
            throw new IllegalStateException("It is away");
        }
    }

    @Override
    public ExternalState state() {
        return new ExternalState(on, true, null, new TreeMap<>(Map.of("kind", "fake")));
    }

    @Override
    public String check() {
        return broken ? "It does not answer" : "It answers";
    }
}
