package tacit.memory.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.memory.sentences.Category;
import tacit.memory.sentences.Claim;
import tacit.memory.sentences.Polarity;

/**
 * What a fact is a value of: two facts with one name and different values cannot both hold. Immutable.
 *
 * @param name such as {@code employer}; empty where many values hold side by side
 * @param value the value, without its article and in lower case
 * @param positive whether it is affirmed
 */
record FactSlot(String name, String value, boolean positive) {

    /** The slot of how somebody wants to be called. */
    static final String NAME = "name";

    private static final Set<String> SINGLE =
            Set.of(NAME, "pronouns", "employer", "role", "location", "response-length", "private", "public");
    private static final Pattern CHOICE = Pattern.compile(
            "(.+?) (?:over|rather than|instead of|statt|anstatt|en lugar de|en vez de|plutôt que|au lieu de) (.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ARTICLE = Pattern.compile(
            "^(?:(?:the|an?|my|der|die|das|den|dem|eine?|einen|el|la|los|las|una?|les?|une|des|du) |l['’])",
            Pattern.CASE_INSENSITIVE);
    private static final List<Set<String>> RIVALS = List.of(
            Set.of("tabs", "spaces", "leerzeichen", "tabuladores", "espacios", "tabulations", "espaces"),
            Set.of(
                    "light mode",
                    "dark mode",
                    "hellen modus",
                    "dunklen modus",
                    "modo claro",
                    "modo oscuro",
                    "mode clair",
                    "mode sombre"),
            Set.of("metric units", "imperial units"),
            Set.of("british spelling", "american spelling"),
            Set.of("email", "emails", "phone calls", "calls"));

    /** A fact of which many can hold. */
    static FactSlot none(String text) {
        return new FactSlot("", plain(text), true);
    }

    static FactSlot of(Claim claim) {
        boolean positive = claim.polarity() == Polarity.POSITIVE;
        String value = plain(claim.value());
        if (SINGLE.contains(claim.predicate())) {
            return new FactSlot(claim.predicate(), value, true);
        }
        return switch (claim.category()) {
            case OPERATING -> operating(claim.predicate());
            case ACCOUNTABILITY -> new FactSlot("accountability", claim.predicate(), true);
            case PREFERENCE -> preference(claim, value, positive);
            case CONSTRAINT -> new FactSlot("constraint:" + value, value, positive);
            case IDENTITY, BIO, WORK, GOAL, VOICE, OTHER -> none(claim.value());
        };
    }

    private static FactSlot operating(String way) {
        boolean debate = way.equals("challenge") || way.equals("low-friction");
        return new FactSlot(debate ? "debate" : "permission", way, true);
    }

    private static FactSlot preference(Claim claim, String value, boolean positive) {
        Matcher choice = CHOICE.matcher(claim.value());
        if (choice.matches()) {
            String chosen = plain(choice.group(1));
            return new FactSlot(rivalry(chosen, plain(choice.group(2))), chosen, positive);
        }
        boolean rival = positive && claim.predicate().equals("prefers");
        for (Set<String> rivals : RIVALS) {
            if (rival && rivals.contains(value)) {
                return new FactSlot(choiceOf(rivals), value, true);
            }
        }
        return new FactSlot("liking:" + value, value, positive);
    }

    private static String rivalry(String chosen, String other) {
        return RIVALS.stream()
                .filter(rivals -> rivals.contains(chosen) && rivals.contains(other))
                .findFirst()
                .map(FactSlot::choiceOf)
                .orElseGet(() -> "choice:" + Stream.of(chosen, other).sorted().collect(Collectors.joining("|")));
    }

    private static String choiceOf(Set<String> rivals) {
        return "choice:" + new TreeSet<>(rivals).first();
    }

    /** Whether both say the same. */
    boolean agrees(FactSlot other) {
        return name.equals(other.name) && value.equals(other.value) && positive == other.positive;
    }

    /** Whether both cannot hold. */
    boolean contradicts(FactSlot other) {
        boolean opposite =
                isPreference() && other.isPreference() && value.equals(other.value) && positive != other.positive;
        return opposite || (!name.isEmpty() && name.equals(other.name) && !agrees(other));
    }

    private boolean isPreference() {
        return name.startsWith("liking:") || name.startsWith("choice:");
    }

    /** A value without its article, in lower case. */
    static String plain(String value) {
        String small = value.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.,;!]+$", "")
                .replaceAll("\\s+", " ");
        return ARTICLE.matcher(small).replaceFirst("").strip();
    }

    /** Whether a claim is one of a category that a fact is entered under. */
    static boolean fits(Claim claim, Category category) {
        return claim.ofUser() && claim.category() == category;
    }
}
