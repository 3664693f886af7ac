package tacit.memory.wiki;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tacit.api.memory.WikiHealth.Finding;
import tacit.api.memory.WikiHealth.Problem;
import tacit.api.memory.WikiHealth.Suggestion;

/** What a vault's report leaves to find out. */
final class Questions {

    private static final int MOST = 7;

    private Questions() {}

    static List<String> from(List<Finding> findings, List<Suggestion> suggestions) {
        Set<String> questions = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.problem() == Problem.BROKEN_LINK) {
                questions.add(
                        "What should be known about " + finding.detail() + ", which " + finding.path() + " names?");
            } else if (finding.problem() == Problem.UNUSED_SOURCE) {
                questions.add("What does " + finding.path() + " say that no note holds yet?");
            } else if (finding.problem() == Problem.STALE) {
                questions.add("Does " + finding.path() + " still hold?");
            }
        }
        for (Suggestion suggestion : suggestions) {
            questions.add("How are " + suggestion.from() + " and " + suggestion.to() + " related, which both speak of "
                    + String.join(", ", suggestion.words()) + "?");
        }
        return questions.stream().limit(MOST).toList();
    }
}
