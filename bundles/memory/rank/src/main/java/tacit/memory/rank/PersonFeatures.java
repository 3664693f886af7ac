package tacit.memory.rank;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.memory.words.Terms;

/** Who speaks, and who and what is called by its name. */
final class PersonFeatures {

    private static final Pattern NAME = Pattern.compile("(?<![.?!]\\s)(?<!^)\\b\\p{Lu}\\p{L}+");

    private PersonFeatures() {}

    static List<Feature> all() {
        return List.of(
                new Feature("speaker.named", (question, turn) -> isNamed(question, turn) ? 1 : 0),
                new Feature("speaker.other", (question, turn) -> isOther(question, turn) ? 1 : 0),
                new Feature("speaker.own", PersonFeatures::own),
                new Feature("names.shared", PersonFeatures::shared),
                new Feature("names.missing", PersonFeatures::missing),
                new Feature("names.asked", PersonFeatures::asked));
    }

    private static boolean isNamed(Question question, Candidate turn) {
        return question.speakers().contains(turn.speaker());
    }

    private static boolean isOther(Question question, Candidate turn) {
        return !question.speakers().isEmpty() && !turn.speaker().isEmpty() && !isNamed(question, turn);
    }

    /** The one who is named tells of what is their own. */
    private static double own(Question question, Candidate turn) {
        return isNamed(question, turn) && turn.tellsOfItself() ? 1 : 0;
    }

    private static double shared(Question question, Candidate turn) {
        long there = question.names().stream().filter(turn.words()::contains).count();
        return question.names().isEmpty()
                ? 0
                : (double) there / question.names().size();
    }

    private static double missing(Question question, Candidate turn) {
        return !question.names().isEmpty() && question.names().stream().noneMatch(turn::isAround) ? 1 : 0;
    }

    /** A name that the question does not hold, where it asks for somebody or for a place. */
    private static double asked(Question question, Candidate turn) {
        if (question.asked() != Asked.PERSON && question.asked() != Asked.PLACE) {
            return 0;
        }
        Set<String> known = Set.copyOf(question.terms());
        Matcher name = NAME.matcher(turn.text());
        while (name.find()) {
            String found = name.group();
            boolean isSpeaker = turn.all().speakers().stream().anyMatch(speaker -> speaker.contains(found));
            if (!isSpeaker
                    && Terms.of(found).stream().noneMatch(term -> known.contains(term) || Terms.isCommon(term))) {
                return 1;
            }
        }
        return 0;
    }
}
