package tacit.memory.rank;

import java.util.regex.Pattern;

/** What kind of answer is wanted. */
enum Asked {
    TIME("\\b(?:when|what (?:time|date|day|month|year)|which (?:date|day|month|year|week))\\b"),
    SPAN("\\bhow long\\b"),
    NUMBER("\\bhow (?:many|much|often|old)\\b"),
    PERSON("\\b(?:who|whom|whose)\\b"),
    PLACE("\\b(?:where|wh(?:at|ich) (?:city|country|place|state|town|village|cities|countries|places|states))\\b"),
    TITLE(
            "\\b(?:what|which)(?: is the name of| was the name of)?(?: \\w+){0,2} (?:books?|songs?|movies?|films?|games?|shows?|series|bands?|novels?|quotes?|titles?)\\b"),
    REASON("\\bwhy\\b"),
    OTHER("");

    private final Pattern pattern;

    Asked(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** The first kind that fits. */
    static Asked in(String question) {
        for (Asked asked : values()) {
            if (asked.pattern.matcher(question).find()) {
                return asked;
            }
        }
        return OTHER;
    }
}
