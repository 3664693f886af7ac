package tacit.api.adapt;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which skills of a workspace the generation in force offers to agents, and the way to another one. Thread-safe. What is one
 * user's own is no part of it.
 */
@ProviderType
public interface SkillOffers {

    /** Whether generations can name skills: the bundle of skills in force has the setting {@link OfferedSkills#SETTING}. */
    boolean named();

    /**
     * The versions that agents of a workspace are told of, by name. Where no generation names them yet, the newest versions of all
     * that are active.
     */
    SortedMap<String, Integer> of(String workspaceId);

    /**
     * The settings by which a workspace offers exactly these, and every other one what it offers: what an experiment changes.
     *
     * @return PID to setting to value; nothing when generations cannot name skills
     */
    SortedMap<String, SortedMap<String, String>> settings(String workspaceId, Map<String, Integer> versions);

    /**
     * Has the generation name what a workspace offers now, so that nothing that is approved later is offered by itself.
     *
     * @param by who is about to change what is offered
     * @return why not; empty when it does, did, or cannot name skills at all
     */
    Optional<String> hold(String workspaceId, String by);

    /**
     * Makes a generation by which a workspace offers exactly these.
     *
     * @param by its author
     * @return why not; empty when it is in force
     */
    Optional<String> offer(String workspaceId, Map<String, Integer> versions, String by, String reason);
}
