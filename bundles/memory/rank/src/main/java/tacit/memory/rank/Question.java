package tacit.memory.rank;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.recall.RankRequest;
import tacit.memory.words.Terms;

/** A question, taken apart. Confined to one call. */
final class Question {

    private static final Pattern NAME = Pattern.compile("(?<![.?!]\\s)(?<!^)\\b\\p{Lu}[\\p{L}'\u2019-]+");
    private static final Pattern QUOTED = Pattern.compile("[\"\u201c\u00ab]([^\"\u201d\u00bb]{2,})[\"\u201d\u00bb]");

    private final String text;
    private final List<String> told;
    private final List<String> different;
    private final SortedMap<String, Double> weights;
    private final double rarest;
    private final Set<String> speakers = new TreeSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> quoted = new ArrayList<>();
    private final List<Days> relative;
    private final boolean dated;
    private final Map<LocalDate, List<Days>> days = new HashMap<>();
    private final Asked asked;

    Question(RankRequest request, Set<String> knownSpeakers) {
        text = request.query();
        weights = byTerm(request.weights());
        rarest =
                weights.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Set<String> all = new HashSet<>(Terms.of(text));
        Set<String> speakerTerms = new HashSet<>();
        for (String speaker : knownSpeakers) {
            List<String> terms = Terms.of(speaker);
            if (!terms.isEmpty() && (all.containsAll(terms) || all.contains(terms.get(0)))) {
                speakers.add(speaker);
                speakerTerms.addAll(terms);
            }
        }
        List<String> content = Terms.ofQuery(text).stream()
                .filter(term -> !speakerTerms.contains(term))
                .toList();
        told = content.isEmpty() ? Terms.ofQuery(text) : content;
        different = List.copyOf(new LinkedHashSet<>(told));
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            Terms.of(name.group()).stream()
                    .filter(term -> !speakerTerms.contains(term))
                    .forEach(names::add);
        }
        Matcher quote = QUOTED.matcher(text);
        while (quote.find()) {
            quoted.add(String.join(" ", Terms.of(quote.group(1))));
        }
        LocalDate today = request.now().atZone(ZoneOffset.UTC).toLocalDate();
        relative = SpokenDates.relative(text, today);
        dated = SpokenDates.namesDate(text);
        asked = Asked.in(text);
    }

    /** The index may take off fewer endings. */
    private static SortedMap<String, Double> byTerm(SortedMap<String, Double> weights) {
        SortedMap<String, Double> terms = new TreeMap<>();
        weights.forEach((word, weight) -> Terms.of(word).forEach(term -> terms.merge(term, weight, Math::min)));
        return terms;
    }

    /** The words that tell, in their order, without the names of those who speak. */
    List<String> terms() {
        return told;
    }

    /** The words that tell, each once. */
    List<String> different() {
        return different;
    }

    /** How much a word tells. */
    double weight(String term) {
        return weights.getOrDefault(term, rarest);
    }

    /** Who is named among those who speak. */
    Set<String> speakers() {
        return speakers;
    }

    /** The words of names, without those of who speaks. */
    Set<String> names() {
        return names;
    }

    List<String> quoted() {
        return quoted;
    }

    Asked asked() {
        return asked;
    }

    /** The days that are asked for; a date without a year is the one nearest to the given day. */
    List<Days> days(LocalDate near) {
        return dated ? days.computeIfAbsent(near, this::dated) : relative;
    }

    private List<Days> dated(LocalDate near) {
        List<Days> all = new ArrayList<>(SpokenDates.dates(text, near));
        all.addAll(relative);
        return all;
    }

    /** What part of the question's words stands among others, by what they tell; in [0, 1]. */
    double covered(Predicate<String> words) {
        double all = 0;
        double there = 0;
        for (String term : different) {
            double weight = weight(term);
            all += weight;
            there += words.test(term) ? weight : 0;
        }
        return all <= 0 ? 0 : there / all;
    }
}
