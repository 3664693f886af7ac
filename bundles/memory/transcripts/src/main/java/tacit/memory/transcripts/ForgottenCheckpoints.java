package tacit.memory.transcripts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.MemoryWalk;
import tacit.api.recall.Checkpoints;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.store.Scope;
import tacit.api.store.TextTombstones;

/** Empties states that hold a text; the run can have another one. Confined to one call. */
final class ForgottenCheckpoints {

    private final MemoryStore store;
    private final Scope scope;
    private final TextTombstones words;

    ForgottenCheckpoints(MemoryStore store, Scope scope, Collection<String> texts) {
        this.store = store;
        this.scope = scope;
        this.words = TextTombstones.of(texts);
    }

    int forget() {
        if (words.isEmpty()) {
            return 0;
        }
        MemoryFilter states = MemoryFilter.active(Checkpoints.LAYER).withKinds(List.of(CheckpointShelf.STATE));
        List<MemoryRecord> telling =
                MemoryWalk.over(store, scope, states).filter(this::tells).toList();
        telling.forEach(this::empty);
        return telling.size();
    }

    private boolean tells(MemoryRecord state) {
        if (state.attributes().values().stream().anyMatch(this::tells)) {
            return true;
        }
        List<String> pieces =
                CheckpointShelf.pieces(store, scope, state, state.attributes().getOrDefault(CheckpointShelf.SLOT, ""))
                        .stream()
                        .map(piece -> piece.attributes().getOrDefault(CheckpointShelf.JSON, "[]"))
                        .toList();
        return HistoryText.read(pieces).stream()
                .map(SessionMessage::blocks)
                .flatMap(List::stream)
                .map(Block::text)
                .anyMatch(this::tells);
    }

    private boolean tells(String text) {
        return !words.in(text).equals(text);
    }

    private void empty(MemoryRecord state) {
        SortedMap<String, String> nothing = new TreeMap<>();
        state.attributes().keySet().forEach(name -> nothing.put(name, ""));
        nothing.remove(CheckpointShelf.TASK);
        store.change(scope, state.id(), MemoryChange.NONE.withAttributes(nothing));
        for (String slot : List.of("a", "b")) {
            CheckpointShelf.pieces(store, scope, state, slot)
                    .forEach(piece -> store.change(
                            scope,
                            piece.id(),
                            MemoryChange.NONE.withAttributes(new TreeMap<>(Map.of(CheckpointShelf.JSON, "")))));
        }
    }
}
