package tacit.pulse.dreams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationResult;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Scope;

/** Shows entries and does no edit. */
record RefusingCurated(CuratedMemory entries, CurationResult no) implements CuratedMemory {

    @Override
    public CurationResult curate(CurationRequest request) {
        return no;
    }

    @Override
    public CurationResult upsert(CurationRequest request, double confidence) {
        return no;
    }

    @Override
    public List<MemoryRecord> read(
            Scope scope, CurationRequest.@Nullable Target target, @Nullable String kind, int limit) {
        return entries.read(scope, target, kind, limit);
    }

    @Override
    public List<MemoryRecord> list(
            Scope scope, CurationRequest.@Nullable Target target, @Nullable String kind, int limit) {
        return entries.list(scope, target, kind, limit);
    }
}
