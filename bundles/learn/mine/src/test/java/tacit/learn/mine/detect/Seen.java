package tacit.learn.mine.detect;

import java.util.List;
import java.util.function.Function;
import tacit.api.learn.FailureDetector;
import tacit.learn.mine.Story;
import tacit.learn.mine.facts.FactSheets;

/** What one detector sees in a story, as {@code category@span}. */
final class Seen {

    private Seen() {}

    static List<String> by(Function<FactSheets, FailureDetector> detector, Story story) {
        return detector.apply(new FactSheets()).detect(story.tell()).stream()
                .map(finding -> finding.category() + "@" + finding.spanId())
                .toList();
    }
}
