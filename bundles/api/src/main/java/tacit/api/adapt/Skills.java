package tacit.api.adapt;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * Skills that somebody approved, with all their versions. Stateless: all of it lies in {@link StateStore}. A scope with a user
 * means that user's own.
 */
@Role("skills")
@ConsumerType
public interface Skills {

    /**
     * Skills, the one approved last first.
     *
     * @param retired whether those that are retired are among them
     * @param limit in [1, 1000]
     */
    List<Skill> list(Scope scope, boolean retired, int limit);

    Optional<Skill> find(Scope scope, String name);

    /**
     * A skill as agents are told of it: its version is the one that the generation in force names. Empty when they are not told
     * of it.
     */
    default Optional<Skill> offered(Scope scope, String name) {
        return find(scope, name).filter(skill -> skill.state() == Skill.State.ACTIVE);
    }

    /** What a skill has said, the first first; empty when there is none. */
    List<SkillVersion> history(Scope scope, String name);

    /** Lets a skill say what an earlier version said, as a version of its own. */
    SkillChange rollBack(Scope scope, String name, int version, SkillActor by);

    /** Tells agents no more of a skill. */
    SkillChange retire(Scope scope, String name, SkillActor by, String reason);

    /**
     * Counts a run for the skills that it used, as it came out; asked again it is counted as it came out then. Where a skill fails
     * its runs, its retirement is proposed.
     *
     * @return the skills that it used
     */
    List<String> countUse(Scope scope, String traceId);

    /**
     * Takes the words of runs, and texts wherever they stand, out of proposals, of every version of each skill and of the files
     * that were written of them. What had its words from these runs alone is removed.
     *
     * @return how many proposals and skills changed
     */
    int forget(Scope scope, List<String> traceIds, List<String> texts);

    /**
     * Removes every proposal and every skill of a workspace, or of a user of it, with the files that were written of them.
     *
     * @return how many there were
     */
    int clear(Scope scope);
}
