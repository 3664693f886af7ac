package tacit.memory.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.WriteTarget;

/** Keeps what it was told to do in memory, or refuses to. */
final class ListTarget implements WriteTarget {

    final List<MemoryWrite> done = new ArrayList<>();
    private final MemoryWrite.Target target;

    @Nullable
    RuntimeException refusal;

    ListTarget(MemoryWrite.Target target) {
        this.target = target;
    }

    @Override
    public MemoryWrite.Target target() {
        return target;
    }

    @Override
    public String apply(MemoryWrite write) {
        if (refusal != null) {
            throw refusal;
        }
        done.add(write);
        return "m" + done.size();
    }
}
