package tacit.memory.record;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tacit.api.memory.MemoryCopies;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;

/** Keeps what it is told in memory, or refuses to. */
final class ListCopies implements MemoryCopies {

    final List<String> told = new CopyOnWriteArrayList<>();
    final List<Scope> cleared = new CopyOnWriteArrayList<>();
    volatile boolean broken;

    @Override
    public String name() {
        return "list";
    }

    @Override
    public void changed(List<MemoryRecord> records) {
        tell("changed", records);
    }

    @Override
    public void removed(List<MemoryRecord> records) {
        tell("removed", records);
    }

    @Override
    public void cleared(Scope scope) {
        cleared.add(scope);
    }

    private void tell(String what, List<MemoryRecord> records) {
        if (broken) {
            throw new IllegalStateException("The disk is full");
        }
        records.forEach(record -> told.add(what + " " + record.text()));
    }
}
