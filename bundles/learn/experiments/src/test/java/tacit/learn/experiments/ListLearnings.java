package tacit.learn.experiments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Learnings in memory, each kind and key once. */
final class ListLearnings implements LearningsLog {

    final List<Learning> all = new ArrayList<>();

    @Override
    public boolean add(
            String profileId,
            @Nullable String workspaceId,
            Learning.Kind kind,
            String key,
            String summary,
            @Nullable String traceId,
            @Nullable String reference) {
        if (all.stream().anyMatch(one -> one.kind() == kind && one.key().equals(key))) {
            return false;
        }
        String id = "l" + all.size();
        all.add(new Learning(id, profileId, workspaceId, kind, key, summary, traceId, reference, Instant.EPOCH));
        return true;
    }

    @Override
    public Page<Learning> list(
            @Nullable String workspaceId, @Nullable String profileId, Learning.@Nullable Kind kind, PageRequest page) {
        return new Page<>(all, 0, all.size());
    }
}
