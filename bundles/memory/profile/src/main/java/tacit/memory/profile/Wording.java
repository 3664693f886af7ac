package tacit.memory.profile;

import java.util.Locale;
import java.util.Map;
import tacit.api.memory.MemoryRecord;
import tacit.memory.sentences.Claim;

/** The words of facts, for people and for prompts. */
final class Wording {

    private static final int LONGEST = 240;

    /** By predicate; %s is the value. */
    private static final Map<String, String> FACTS = Map.ofEntries(
            Map.entry("name", "Preferred name: %s"),
            Map.entry("pronouns", "Pronouns: %s"),
            Map.entry("likes", "Likes %s"),
            Map.entry("dislikes", "Dislikes %s"),
            Map.entry("prefers", "Prefers %s"),
            Map.entry("favourite", "Favourite: %s"),
            Map.entry("response-length", "Length of answers: %s"),
            Map.entry("employer", "Works for %s"),
            Map.entry("role", "Works as %s"),
            Map.entry("location", "Lives in %s"),
            Map.entry("about", "About the user: %s"),
            Map.entry("goal", "Goal: %s"),
            Map.entry("never", "Never: %s"),
            Map.entry("always", "Always: %s"),
            Map.entry("challenge", "Challenge weak ideas and say why"),
            Map.entry("low-friction", "Keep challenges low-friction; let small choices pass"),
            Map.entry("decide", "Decide and proceed instead of asking for permission"),
            Map.entry("ask-first", "Ask before the scope changes or something is at risk"),
            Map.entry("private", "Direct voice in private: %s"),
            Map.entry("public", "Voice in public writing: %s"),
            Map.entry("hold", "Notice ignored loops and broken promises, and say so"));

    private static final Map<String, String> LABELS = Map.of(
            "identity", "Identity",
            "preference", "Preference",
            "bio", "Profile",
            "work", "Work context",
            "goal", "Goal",
            "operating", "Operating style",
            "voice", "Voice",
            "accountability", "Accountability",
            "constraint", "Constraint");

    private Wording() {}

    static String of(Claim claim) {
        String form = FACTS.getOrDefault(claim.predicate(), "%s");
        return bounded(String.format(Locale.ROOT, form, claim.value()));
    }

    static String label(MemoryRecord fact) {
        return LABELS.getOrDefault(fact.kind(), "Note");
    }

    /** On one line, within the length of a fact. */
    static String bounded(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end);
    }
}
