package tacit.learn.mine.facts;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What is known of one span. Confined to the thread that collects it, then only read. */
public final class SpanFacts {

    private final EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
    private final Set<String> measures = new TreeSet<>();

    public void add(Fact fact) {
        facts.add(fact);
    }

    void addIf(boolean condition, Fact fact) {
        if (condition) {
            facts.add(fact);
        }
    }

    /** Notes a number coarsely, so that near numbers are alike. */
    void measure(String name, long number) {
        measures.add(name + "=" + bucket(number));
    }

    /** Notes a word out of a small set. */
    void note(String name, String word) {
        measures.add(name + "=" + word);
    }

    public boolean has(Fact... all) {
        for (Fact fact : all) {
            if (!facts.contains(fact)) {
                return false;
            }
        }
        return true;
    }

    /** All that is known, as words that triage can learn on, in a fixed order. */
    public Set<String> features() {
        Set<String> features = new TreeSet<>(measures);
        facts.forEach(fact -> features.add(fact.feature()));
        return features;
    }

    private static String bucket(long number) {
        if (number <= 2) {
            return Long.toString(number);
        }
        return number <= 5 ? "3-5" : number <= 10 ? "6-10" : "more";
    }
}
