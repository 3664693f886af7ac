package tacit.memory.rank;

import java.util.List;
import java.util.regex.Pattern;

/** Days that are asked for and told of, and words of time where a time is asked for. */
final class TimeFeatures {

    private static final double DAYS = 10;
    private static final long LONG = 100;
    private static final Pattern TIME = Pattern.compile(
            "\\b(?:yesterday|today|tonight|tomorrow|ago|last|next|recently|soon|since|this (?:morning|week|weekend|month|year)"
                    + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|january|february|march|april|june|july|august"
                    + "|september|october|november|december|(?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th|:\\d\\d|\\s?[ap]m)"
                    + "|few (?:days|weeks|months|years)|the other day|in may)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAN = Pattern.compile(
            "\\b(?:(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of|many|several|half an?)[ -]"
                    + "(?:second|minute|hour|day|night|week|month|year|decade)s?|since|for (?:ages|years|months|weeks|so long)"
                    + "|all (?:day|week|night|summer))\\b",
            Pattern.CASE_INSENSITIVE);

    private TimeFeatures() {}

    static List<Feature> all() {
        return List.of(
                new Feature("date.said", TimeFeatures::said),
                new Feature("date.told", TimeFeatures::told),
                new Feature("date.near", TimeFeatures::near),
                new Feature("time.asked", TimeFeatures::time),
                new Feature("span.asked", TimeFeatures::span));
    }

    /** It was said on a day that is asked for. */
    private static double said(Question question, Candidate turn) {
        Days day = Days.of(turn.day());
        return question.days(turn.day()).stream().anyMatch(day::meets) ? 1 : 0;
    }

    /** Its words name a day that is asked for, and not a whole year. */
    private static double told(Question question, Candidate turn) {
        return question.days(turn.day()).stream().anyMatch(asked -> turn.told().stream()
                        .anyMatch(days -> days.length() < LONG && days.meets(asked)))
                ? 1
                : 0;
    }

    /** How near in days it is to what is asked for; said afterwards is nearer than said before. */
    private static double near(Question question, Candidate turn) {
        Days day = Days.of(turn.day());
        return question.days(turn.day()).stream()
                .mapToDouble(asked -> {
                    boolean before = day.first().isBefore(asked.first());
                    return Math.exp(-day.gap(asked) / (before ? DAYS / 2 : DAYS));
                })
                .max()
                .orElse(0);
    }

    private static double time(Question question, Candidate turn) {
        return question.asked() == Asked.TIME && TIME.matcher(turn.text()).find() ? 1 : 0;
    }

    private static double span(Question question, Candidate turn) {
        return question.asked() == Asked.SPAN && SPAN.matcher(turn.text()).find() ? 1 : 0;
    }
}
