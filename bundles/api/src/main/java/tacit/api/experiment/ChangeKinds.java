package tacit.api.experiment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.pulse.ProfileTuning;

/**
 * Which kind of change something is: the one table by which proposals are made and taken, so that a kind says what is changed and
 * not what somebody called it. Pure; thread-safe.
 */
public final class ChangeKinds {

    /** Bundles of the memory begin so. */
    private static final String MEMORIES = "tacit.memory.";

    /** Parts of the memory that only choose what is shown, and write nothing. */
    private static final Set<String> READERS = Set.of(
            "memory-layers", "memory-ranker", "memory-source", "session-recall", "quote-recall", "retry-guidance");

    /** Roles outside of the memory that write memories. */
    private static final Set<String> WRITERS = Set.of("dreaming");

    /** Roles whose changes have a kind of their own; of {@code skills}, {@code skill-promoter} and the like the first word counts. */
    private static final Map<String, ChangeKind> OWN = Map.of(
            "guard", ChangeKind.GUARD,
            "skill", ChangeKind.SKILL,
            "skills", ChangeKind.SKILL,
            "reflection", ChangeKind.REFLECTION_SETTINGS,
            "hypothesis", ChangeKind.REFLECTION_SETTINGS,
            "critic", ChangeKind.REFLECTION_SETTINGS);

    /** Where prompts are told of skills. */
    private static final String SKILLS_TOLD = "memory-source/skills";

    private ChangeKinds() {}

    /**
     * The kind of a change of one setting.
     *
     * @param role whose bundle has the setting
     * @param symbolicName of that bundle
     * @param setting its key
     */
    public static ChangeKind ofSetting(String role, String symbolicName, String setting) {
        String family = role.replaceAll("/.*", "");
        if (family.equals("heartbeat") && setting.equals(ProfileTuning.SETTING)) {
            return ChangeKind.AUTOMATION_PROFILE;
        }
        if (role.equals(SKILLS_TOLD)) {
            return ChangeKind.SKILL;
        }
        ChangeKind own = OWN.get(family.replaceAll("-.*", ""));
        if (own != null) {
            return own;
        }
        boolean writes = WRITERS.contains(family) || (symbolicName.startsWith(MEMORIES) && !READERS.contains(family));
        return writes ? ChangeKind.MEMORY_POLICY : ChangeKind.CONFIGURATION;
    }

    /**
     * The kinds under which a change may be proposed; what settings it changes decides before what jars.
     *
     * <p>{@link ChangeKind#MEMORY_POLICY} is always among them, as it allows least. Settings of several kinds have no other:
     * each belongs into a proposal of its own.
     *
     * @param role the role that the change is about
     * @param symbolicName of the bundle that fills it
     */
    public static Set<ChangeKind> of(String role, String symbolicName, HarnessChange change) {
        EnumSet<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        change.configurations().values().forEach(settings -> settings.keySet()
                .forEach(key -> kinds.add(ofSetting(role, symbolicName, key))));
        if (!change.bundles().isEmpty() && (kinds.isEmpty() || kinds.contains(ChangeKind.CONFIGURATION))) {
            kinds.remove(ChangeKind.CONFIGURATION);
            kinds.add(ChangeKind.BUNDLE);
        }
        if (kinds.size() > 1) {
            kinds.clear();
        }
        kinds.add(ChangeKind.MEMORY_POLICY);
        return kinds;
    }

    /** The kind of a change that nobody named: the one that says most. */
    public static ChangeKind usual(String role, String symbolicName, HarnessChange change) {
        return of(role, symbolicName, change).stream()
                .filter(kind -> kind != ChangeKind.MEMORY_POLICY)
                .findFirst()
                .orElse(ChangeKind.MEMORY_POLICY);
    }
}
