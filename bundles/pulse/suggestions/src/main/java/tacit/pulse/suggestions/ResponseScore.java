package tacit.pulse.suggestions;

import java.util.List;
import java.util.Locale;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.reflect.SuggestionSituation.Said;
import tacit.api.reflect.SuggestionSituation.Tally;

/**
 * What earlier responses make of a suggestion. Immutable.
 *
 * @param confidence as it was offered
 * @param alike what answers to similar ones make of that
 * @param feedback of its own pattern, in [-.45, .45]
 * @param timing of the hours at which people responded
 * @param answers how many of the others were acted on
 */
record ResponseScore(double confidence, double alike, double feedback, double timing, int answers) {

    private static final double MOST = .45;
    private static final double REACH = 6;

    static ResponseScore of(SuggestionSituation situation) {
        return new ResponseScore(
                situation.draft().confidence(),
                Alike.factor(situation.draft().title(), situation.others()),
                feedback(situation.tally()),
                timing(situation.hour(), situation.others()),
                (int) situation.others().stream()
                        .filter(ResponseScore::accepted)
                        .count());
    }

    static double feedback(Tally tally) {
        double good = Math.min(MOST, .15 * tally.acted() + .08 * tally.edited());
        double bad = Math.min(MOST, .16 * tally.dismissed() + .10 * tally.snoozed() + .08 * tally.ignored());
        return good - bad;
    }

    /** Hours near which people acted count for it, those at which they dismissed against it. */
    static double timing(double hour, List<Said> others) {
        return others.stream()
                .mapToDouble(said -> weight(said.response()) * near(hour, said.hour()))
                .sum();
    }

    private static double weight(Response response) {
        return switch (response) {
            case ACTED, EDITED -> .35;
            case DISMISSED -> -.20;
            case SNOOZED, IGNORED -> 0;
        };
    }

    private static double near(double hour, double other) {
        double apart = Math.abs(hour - other);
        return Math.max(0, 1 - Math.min(apart, 24 - apart) / REACH);
    }

    private static boolean accepted(Said said) {
        return said.response() == Response.ACTED || said.response() == Response.EDITED;
    }

    /** What it is worth at any hour. */
    double worth() {
        return confidence * alike + feedback;
    }

    double total() {
        return worth() + timing;
    }

    List<String> lines() {
        return List.of(
                line("confidence", confidence),
                String.format(Locale.ROOT, "alike ×%.2f", alike),
                line("feedback", feedback),
                line("timing", timing));
    }

    private static String line(String name, double value) {
        return String.format(Locale.ROOT, "%s %+.2f", name, value);
    }
}
