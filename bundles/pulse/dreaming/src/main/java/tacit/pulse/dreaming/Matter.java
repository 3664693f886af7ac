package tacit.pulse.dreaming;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.reflect.DreamAction;

/** A kind of sentence that is worth keeping as it was said, in the order in which they are looked for. */
enum Matter {
    NOISE(
            DreamAction.IGNORED_NOISE_PATTERN,
            0.74,
            "\\b(?:dismissed|ignored?|low signal|noise|noisy|not useful|false positives?)\\b",
            "\\b(?:not|never|don't|do not) (?:be )?(?:dismiss|ignore|ignored|noise|noisy)\\b"),
    CONSTRAINT(
            DreamAction.CONSTRAINT,
            0.70,
            "^(?:please )?(?:never|do not|don't|always|avoid)\\b|\\bmust(?: not| never)?\\b|\\b(?:is|are) (?:not allowed|forbidden|required)\\b"
                    + "|\\b(?:requires?|needs?) (?:an? |the |my |our )?(?:\\w+ )?approval\\b",
            "^(?:don't|do not) (?:know|think|worry|mind)\\b|\\bmust (?:be|have been) (?:a |an |the )?(?:mistake|bug|error)\\b"),
    RECURRING(
            DreamAction.RECURRING_TASK,
            0.72,
            "\\b(?:every (?:other )?(?:day|morning|evening|night|week|month|quarter|year|hour|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
                    + "|\\d+ (?:minutes|hours|days|weeks))|each (?:day|morning|week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
                    + "|daily|weekly|monthly|recurring|cadence|cron)\\b",
            "\\b(?:no longer|stopped|not) (?:\\w+ ){0,3}(?:every|each|daily|weekly|monthly|recurring)\\b"),
    OPEN_LOOP(
            DreamAction.OPEN_LOOP,
            0.76,
            "\\b(?:todo|to-do|follow[- ]?up|blocked|needs? (?:a )?review|open loop|waiting (?:on|for)|next action)\\b",
            "\\b(?:no|not|nothing|without|never) (?:\\w+ ){0,2}(?:todo|follow[- ]?up|blocked|waiting|review)\\b");

    private static final Pattern CLOSED = Pattern.compile(
            "\\b(?:done|resolved|closed|finished|completed|fixed|unblocked|no longer (?:blocked|waiting))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_SHARED = 2;

    private final DreamAction action;
    private final double confidence;
    private final Pattern words;
    private final Pattern but;

    Matter(DreamAction action, double confidence, String words, String but) {
        this.action = action;
        this.confidence = confidence;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        this.but = Pattern.compile(but, Pattern.CASE_INSENSITIVE);
    }

    static void look(Sketch sketch) {
        for (Matter matter : values()) {
            sketch.lines().stream().filter(matter::isIn).forEach(line -> matter.take(sketch, line));
        }
    }

    private boolean isIn(Line line) {
        return words.matcher(line.said()).find() && !but.matcher(line.said()).find();
    }

    private void take(Sketch sketch, Line line) {
        boolean known = sketch.situation().entries().stream()
                .anyMatch(entry -> Words.telling(entry.text()).equals(Words.telling(line.said())));
        Optional<Line> end = this == OPEN_LOOP ? end(sketch.all(), line) : Optional.empty();
        if (known) {
            sketch.spend(line);
            sketch.drop(line.said(), "a curated entry says so");
        } else if (end.isPresent()) {
            sketch.spend(line);
            sketch.drop(line.said(), "closed by " + end.get().quoted());
        } else {
            sketch.propose(action, Words.key(action.word(), line.said()), null, null, line.said(), confidence, line);
        }
    }

    /** The later words that say that something is done. */
    private static Optional<Line> end(List<Line> lines, Line loop) {
        return lines.stream()
                .filter(later -> later.at().isAfter(loop.at())
                        && CLOSED.matcher(later.said()).find()
                        && Words.shared(later.said(), loop.said()) >= FEWEST_SHARED)
                .findFirst();
    }
}
