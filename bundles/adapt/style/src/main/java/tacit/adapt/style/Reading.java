package tacit.adapt.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleFeedback;

/**
 * What feedback says of a style. Immutable.
 *
 * @param wishes at most one for each dimension
 * @param reviews what a person should look at
 */
record Reading(List<Wish> wishes, List<String> reviews) {

    private static final String TONE = "wrong_tone";

    /** The keys that reasons have, and what each wishes; most say nothing of a style. */
    private static final Map<String, Optional<Wish>> KEYS = Map.of(
            "too_verbose",
            Optional.of(new Wish(StyleDimension.RESPONSE_LENGTH, -1, Wish.LENGTH, "too_verbose")),
            TONE,
            Optional.empty(),
            "incorrect",
            Optional.empty(),
            "ignored_instructions",
            Optional.empty(),
            "unsafe",
            Optional.empty());

    private static final Pattern KEYED = Pattern.compile("\\s*([a-z_]+)\\s*(?::(.*))?", Pattern.DOTALL);

    Reading {
        wishes = List.copyOf(wishes);
        reviews = List.copyOf(reviews);
    }

    static Reading of(StyleFeedback feedback) {
        List<Wish> found = new ArrayList<>();
        List<String> reviews = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        String reason = feedback.reason() == null ? "" : feedback.reason();
        Matcher keyed = KEYED.matcher(reason.toLowerCase(Locale.ROOT));
        if (keyed.matches() && KEYS.containsKey(keyed.group(1))) {
            String key = keyed.group(1);
            KEYS.getOrDefault(key, Optional.empty()).ifPresent(found::add);
            if (key.equals(TONE)) {
                reviews.add(TONE);
            }
            texts.add(keyed.group(2) == null ? "" : keyed.group(2));
        } else {
            texts.add(reason);
        }
        texts.add(feedback.note() == null ? "" : feedback.note());
        boolean praise = feedback.decision().matches("(?i)accepted|approved");
        texts.forEach(text -> found.addAll(FreeText.wishes(text, praise)));
        return new Reading(clearest(found), reviews);
    }

    /** The clearest of each dimension; of those as clear, what was said last. */
    private static List<Wish> clearest(List<Wish> found) {
        Map<StyleDimension, Wish> clearest = new LinkedHashMap<>();
        for (Wish wish : found) {
            clearest.merge(wish.dimension(), wish, (one, other) -> other.strength() >= one.strength() ? other : one);
        }
        return List.copyOf(clearest.values());
    }

    boolean saysNothing() {
        return wishes.isEmpty() && reviews.isEmpty();
    }
}
