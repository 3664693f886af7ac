package tacit.learn.mine.facts;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.Turn;

/** Turns of phrase that tell how a model came by what it says. */
final class WordFacts implements FactFinder {

    private static final Map<Fact, Pattern> PHRASES = new EnumMap<>(Fact.class);

    static {
        phrase(
                Fact.SIMULATES,
                "simulat\\w*|hypothetical\\w*|assum\\w*|placeholder|dummy|mock|for demonstration|fictional|pretend");
        phrase(
                Fact.FROM_MEMORY,
                "i (?:already )?(?:know|recall|remember)|it is (?:well )?known|well[- ]known|from memory"
                        + "|my (?:own )?knowledge|general knowledge|according to|based on (?:my|the|available|known)"
                        + "|internal");
        phrase(Fact.CLAIMS_CHECK, "verif\\w+|confirm\\w*|cross[- ](?:check|refer)\\w*|double[- ]check\\w*|carefully");
        phrase(
                Fact.RETRIES,
                "apologi[sz]e|sorry|mistake|let me try|try again|instead|alternative|(?:different|another) approach"
                        + "|unfortunately|seems|looks like");
    }

    private static void phrase(Fact fact, String words) {
        PHRASES.put(fact, Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE));
    }

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        for (Turn turn : run.turns()) {
            if (turn.acting()) {
                SpanFacts facts = sheet.at(turn.span());
                PHRASES.forEach((fact, phrase) -> {
                    if (phrase.matcher(turn.reply().text()).find()) {
                        facts.add(fact);
                        facts.note("says", fact.feature() + (facts.has(Fact.ANSWERS) ? " in the answer" : ""));
                    }
                });
            }
        }
    }
}
