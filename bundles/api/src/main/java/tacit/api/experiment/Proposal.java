package tacit.api.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody thinks is for the better. Immutable.
 *
 * @param kind what is changed, which decides whether it may be promoted
 * @param change the change itself
 * @param role the role whose answers are to become better, and whose cases are asked
 * @param title in words
 * @param why what it is expected to do, and on what grounds
 * @param evidence ids of the traces and decisions behind it
 * @param clusterId the family of failures that it is against; null when there is none
 * @param proposer who proposes it: {@code rule:NAME} for a generator, else a name; never the one who approves
 */
public record Proposal(
        ChangeKind kind,
        HarnessChange change,
        String role,
        String title,
        String why,
        List<String> evidence,
        @Nullable String clusterId,
        String proposer) {

    /** More ids are not kept with a proposal. */
    public static final int MAX_EVIDENCE = 200;

    /** Longer titles and reasons are refused. */
    public static final int MAX_TITLE = 200;

    public static final int MAX_WHY = 4_000;

    /** What a proposal changes. */
    public enum ChangeKind {
        AUTOMATION_PROFILE,
        REFLECTION_SETTINGS,
        GUARD,
        SKILL,
        BUNDLE,
        CONFIGURATION,
        /** Looked at by an operator; not promoted unless the host was told so. */
        MEMORY_POLICY
    }

    public Proposal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(change, "change");
        named("role", role, MAX_TITLE);
        named("title", title, MAX_TITLE);
        named("why", why, MAX_WHY);
        named("proposer", proposer, MAX_TITLE);
        evidence = List.copyOf(evidence);
        if (evidence.size() > MAX_EVIDENCE) {
            throw new IllegalArgumentException(
                    "evidence must hold at most " + MAX_EVIDENCE + " ids, got " + evidence.size());
        }
    }

    private static void named(String name, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + longest + " characters, got " + text.length());
        }
    }
}
