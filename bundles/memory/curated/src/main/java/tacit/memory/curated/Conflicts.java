package tacit.memory.curated;

import java.util.List;

/** Decides whether two entries contradict each other; in doubt they do not, and both remain. */
final class Conflicts {

    /** Two of these with the same words are two occasions. */
    private static final String COMMITMENT = "active_commitment";

    private Conflicts() {}

    static boolean between(String kind, String text, String otherKind, String otherText) {
        if (kind.equals(COMMITMENT) || otherKind.equals(COMMITMENT)) {
            return false;
        }
        List<Claim> others = Claims.of(otherText);
        return Claims.of(text).stream().anyMatch(claim -> others.stream().anyMatch(claim::contradicts));
    }
}
