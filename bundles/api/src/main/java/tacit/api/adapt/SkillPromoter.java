package tacit.api.adapt;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * Proposes skills from what worked again and again. Stateless: what it looks at lies in the memory of the playbook, what it
 * decided in {@link StateStore}.
 *
 * <p>Of a workspace without a user it looks at what may be shared only; with a user at what is that user's own, and what comes of
 * it is for that user alone.
 */
@Role("skill-promoter")
@ConsumerType
public interface SkillPromoter {

    /**
     * Patterns that worked often enough, the most frequent first.
     *
     * @param threshold in how many runs, at least 1
     */
    List<SkillCandidate> findCandidates(Scope scope, int threshold);

    /** What {@link #maybePropose} would do now; nothing is changed. */
    SkillPromotion preview(Scope scope);

    /**
     * Proposes at most one skill, unless it looked at candidates a short while ago. A pattern that was rejected is passed over
     * until there is much more evidence for it.
     */
    SkillPromotion maybePropose(Scope scope);
}
