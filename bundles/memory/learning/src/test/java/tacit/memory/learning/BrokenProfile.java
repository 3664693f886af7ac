package tacit.memory.learning;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;

/** A profile that breaks whenever it is asked. */
final class BrokenProfile implements UserProfile {

    private static IllegalStateException broken() {
        return new IllegalStateException("The profile is broken");
    }

    @Override
    public MemoryRecord add(ProfileFact fact) {
        throw broken();
    }

    @Override
    public Optional<MemoryRecord> update(Scope scope, String id, ProfileFact fact) {
        throw broken();
    }

    @Override
    public boolean delete(Scope scope, String id) {
        throw broken();
    }

    @Override
    public List<MemoryRecord> list(Scope scope, ProfileFact.@Nullable Category category, int limit) {
        throw broken();
    }

    @Override
    public List<MemoryRecord> learn(UserMessage message) {
        throw broken();
    }

    @Override
    public List<MemoryRecord> learnFromFeedback(UserFeedback feedback) {
        throw broken();
    }

    @Override
    public Optional<String> preferredName(String workspaceId, String userId) {
        throw broken();
    }

    @Override
    public List<MemoryRecord> questions(Scope scope) {
        throw broken();
    }
}
