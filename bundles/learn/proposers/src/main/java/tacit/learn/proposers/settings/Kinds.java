package tacit.learn.proposers.settings;

import java.util.Set;
import tacit.api.experiment.Proposal.ChangeKind;

/** Which kind of change the settings of a role are. Pure. */
final class Kinds {

    private static final String MEMORIES = "tacit.memory.";

    /** Parts of the memory that only choose what is shown, and write nothing. */
    private static final Set<String> READERS =
            Set.of("memory-layers", "memory-ranker", "session-recall", "quote-recall", "retry-guidance");

    private Kinds() {}

    static ChangeKind of(String role, String symbolicName) {
        String family = role.replaceAll("/.*", "");
        if (family.equals("guard")) {
            return ChangeKind.GUARD;
        }
        if (family.startsWith("skill")) {
            return ChangeKind.SKILL;
        }
        if (Set.of("reflection", "hypothesis", "critic").contains(family)) {
            return ChangeKind.REFLECTION_SETTINGS;
        }
        boolean reads = READERS.contains(family) || family.equals("memory-source");
        return (symbolicName.startsWith(MEMORIES) && !reads) || family.equals("dreaming")
                ? ChangeKind.MEMORY_POLICY
                : ChangeKind.CONFIGURATION;
    }
}
