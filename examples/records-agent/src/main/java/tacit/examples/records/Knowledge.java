package tacit.examples.records;

import java.util.regex.Pattern;

/**
 * What the agent was told for this task: nothing but the text of its context.
 *
 * @param context may be empty
 */
record Knowledge(String context) {

    static final Knowledge NONE = new Knowledge("");

    /** Whether the context says the term's cue, as a word of its own. */
    boolean tells(Term term) {
        String cue = term.cueOrTruth();
        String end = Character.isLetterOrDigit(cue.charAt(cue.length() - 1)) ? "(?!\\w)" : "";
        return Pattern.compile("(?<!\\w)" + Pattern.quote(cue) + end)
                .matcher(context)
                .find();
    }
}
