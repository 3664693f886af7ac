package tacit.pulse.dreaming;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence says of something. Immutable.
 *
 * @param subject of what, by its telling words
 * @param verb what of it, without its ending
 * @param value the words that say it
 */
record Statement(String subject, String verb, List<String> value) {

    private static final int MOST_WORDS = 10;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:actually|correction|no|note|update|fyi|in fact|from now on|please note(?: that)?|remember(?: that)?|as of today"
                    + "|as of now|and|but|so|ok|okay|well|sorry)[,:]? )+");
    private static final Pattern TRAIL = Pattern.compile(
            "(?:,? (?:instead|now|from now on|any ?more|as of today|as of now|too|again)|,? (?:and )?not .+|,? (?:instead of|rather than) .+)$");
    private static final Pattern FORM =
            Pattern.compile("^(?<s>.{2,80}?) (?:now )?(?<v>is|are|was|were|runs?|uses?|goe?s?|lives?"
                    + "|starts?|ends?|costs?|takes?|has|have|moves?|stays?|belongs?|means?|happens?|must be|should be|opens?|closes?"
                    + "|expires?|ships?|leaves?|deploys?) (?:now )?(?<o>.+)$");
    private static final Set<String> NO_SUBJECT = Set.of(
            "it",
            "that",
            "this",
            "these",
            "those",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "there",
            "what",
            "which",
            "who",
            "everything",
            "nothing",
            "here");
    private static final Set<String> PLACES = Set.of(
            "on", "at", "in", "to", "for", "by", "with", "from", "of", "as", "under", "until", "after", "before");
    private static final Pattern DAY = Pattern.compile("(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today");
    private static final Pattern MONTH = Pattern.compile(
            "january|february|march|april|may|june|july|august|september" + "|october|november|december");

    /** What a sentence says; empty for one of another form. */
    static Optional<Statement> of(String sentence) {
        String plain =
                sentence.toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "").strip();
        String bare = LEAD.matcher(plain).replaceFirst("");
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = TRAIL.matcher(bare).replaceFirst("");
        }
        Matcher form = FORM.matcher(bare);
        if (!form.matches() || NO_SUBJECT.contains(form.group("s"))) {
            return Optional.empty();
        }
        String subject = String.join(" ", Words.telling(form.group("s")));
        List<String> value = Words.of(form.group("o"));
        return subject.isEmpty() || value.isEmpty() || value.size() > MOST_WORDS
                ? Optional.empty()
                : Optional.of(new Statement(subject, verb(form.group("v")), value));
    }

    private static String verb(String word) {
        return switch (word) {
            case "is", "are", "was", "were", "must be", "should be" -> "be";
            case "has", "have" -> "have";
            case "go", "goes", "gos" -> "go";
            default -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        };
    }

    /** Whether both speak about the same. */
    boolean about(Statement other) {
        return subject.equals(other.subject) && verb.equals(other.verb);
    }

    /** Whether both say the same. */
    boolean same(Statement other) {
        return about(other) && value.equals(other.value);
    }

    /**
     * Whether both cannot hold: they differ in one piece that stands in the same place.
     *
     * @param marked whether one of them says that something changed; without, only values of one kind contradict each other
     */
    boolean contradicts(Statement other, boolean marked) {
        if (!about(other) || value.equals(other.value)) {
            return false;
        }
        int begin = 0;
        int most = Math.min(value.size(), other.value.size());
        while (begin < most && value.get(begin).equals(other.value.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < most - begin
                && value.get(value.size() - 1 - end).equals(other.value.get(other.value.size() - 1 - end))) {
            end++;
        }
        List<String> mine = value.subList(begin, value.size() - end);
        List<String> theirs = other.value.subList(begin, other.value.size() - end);
        boolean placed = !mine.isEmpty()
                && !theirs.isEmpty()
                && !PLACES.contains(mine.get(0))
                && !PLACES.contains(theirs.get(0));
        boolean alike = !kind(mine).isEmpty() && kind(mine).equals(kind(theirs));
        return placed && (marked || alike);
    }

    private static String kind(List<String> words) {
        if (words.size() > 2) {
            return "";
        }
        String word = words.get(0);
        if (DAY.matcher(word).matches()) {
            return "day";
        }
        if (MONTH.matcher(word).matches()) {
            return "month";
        }
        return word.chars().anyMatch(Character::isDigit) ? "number" : "";
    }
}
