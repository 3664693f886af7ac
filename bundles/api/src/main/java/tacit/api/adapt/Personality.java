package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/** What a style means to an agent in words, and how far it has come with a user. Stateless: all of it lies in {@link StateStore}. */
@Role("personality")
@ConsumerType
public interface Personality {

    /** What an agent is told of the style that holds: at least one line for each dimension, in their order. */
    List<String> lines(Scope scope, @Nullable String channel);

    /**
     * Counts tasks that were completed for a user; one that counted before does not count again.
     *
     * @throws IllegalArgumentException without a user
     */
    RelationshipStats recordTasks(Scope scope, List<CompletedTask> tasks);

    /**
     * How far a user has come.
     *
     * @throws IllegalArgumentException without a user
     */
    RelationshipStats relationship(Scope scope);
}
