package tacit.learn.clusters;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an error template and the pairs of words that follow each other, each with its weight. Immutable.
 *
 * <p>A message that names its context first and its cause last, with colons between, weighs most in its last part; a name
 * that looks like the class of an error weighs double, and a mask hardly at all.
 */
final class TemplateVector {

    private static final Pattern PART = Pattern.compile(":\\s+");
    private static final Pattern WORD = Pattern.compile("<[a-z]+>|[\\p{L}_][\\p{L}\\p{N}_'.$-]*");
    private static final Pattern CLASS_NAME = Pattern.compile(".*\\p{Ll}\\p{Lu}.*|.*(?:Error|Exception)");
    private static final double CONTEXT = 0.3;
    private static final double CLASS = 2.0;
    private static final double MASK = 0.1;

    private final Map<String, Double> weights = new HashMap<>();
    private final double length;

    private TemplateVector(String template) {
        List<String> parts = PART.splitAsStream(template)
                .filter(part -> words(part).stream().anyMatch(word -> !isMask(word)))
                .toList();
        for (int i = 0; i < parts.size(); i++) {
            add(words(parts.get(i)), i == parts.size() - 1 ? 1 : CONTEXT);
        }
        length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
    }

    static TemplateVector of(String template) {
        return new TemplateVector(template);
    }

    /** The cosine of the angle between both, in [0, 1]; templates without words are alike only when both have none. */
    double cosine(TemplateVector other) {
        if (length == 0 || other.length == 0) {
            return length == other.length ? 1 : 0;
        }
        double product = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            product += entry.getValue() * other.weights.getOrDefault(entry.getKey(), 0.0);
        }
        return Math.min(1, product / (length * other.length));
    }

    private void add(List<String> words, double weight) {
        String before = null;
        for (String word : words) {
            String folded = word.toLowerCase(Locale.ROOT);
            double own = isMask(word) ? MASK : CLASS_NAME.matcher(word).matches() ? CLASS : weight;
            weights.merge(folded, own, Math::max);
            if (before != null && !isMask(word) && !isMask(before)) {
                weights.merge(before + ' ' + folded, weight, Math::max);
            }
            before = folded;
        }
    }

    private static List<String> words(String part) {
        Matcher matcher = WORD.matcher(part);
        return matcher.results().map(MatchResult::group).toList();
    }

    private static boolean isMask(String word) {
        return word.startsWith("<");
    }
}
