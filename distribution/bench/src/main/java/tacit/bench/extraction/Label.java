package tacit.bench.extraction;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a sentence says. Immutable.
 *
 * @param kind a category of claims, {@code commitment} or {@code correction}
 * @param subject whom it is about; {@code user} for the one who speaks
 * @param negative whether it is denied
 * @param value the words, or the rule for how to work and sound
 * @param due until when; null for none
 */
record Label(
        String kind,
        String subject,
        boolean negative,
        String value,
        @Nullable Instant due) {

    private static final Set<String> SMALL = Set.of(
            ("the a an to of der die das den dem ein eine einen zu el la los las un una de del le les une des du d l'"
                            + " que in en")
                    .split(" ", -1));

    /** Whether it says the same as another, in at least half of the same words. */
    boolean means(Label other) {
        return kind.equals(other.kind)
                && negative == other.negative
                && subject.equalsIgnoreCase(other.subject)
                && (isShort(other) ? isBare(other) : overlap(other) >= 0.5);
    }

    private boolean isShort(Label other) {
        return value.isBlank() || other.value.isBlank();
    }

    /** Whether it says the same as another in the same words. */
    boolean equalsExactly(Label other) {
        return means(other) && words(value).equals(words(other.value));
    }

    private boolean isBare(Label other) {
        return kind.equals("correction") || (value.isBlank() && other.value.isBlank());
    }

    private double overlap(Label other) {
        Set<String> mine = words(value);
        Set<String> others = words(other.value);
        Set<String> common = new HashSet<>(mine);
        common.retainAll(others);
        return mine.isEmpty() && others.isEmpty() ? 1 : 2.0 * common.size() / (mine.size() + others.size());
    }

    private static Set<String> words(String value) {
        String plain = Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        List<String> words = Arrays.asList(plain.split("[^\\p{L}\\p{N}/]+", -1));
        Set<String> kept = new HashSet<>(words);
        kept.removeAll(SMALL);
        kept.remove("");
        return kept;
    }
}
