package tacit.examples.records;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the agent was told for this task: nothing but the text of its context.
 *
 * @param context its text may be empty
 */
record Knowledge(Context context) {

    static final Knowledge NONE = new Knowledge(Context.NONE);

    /** Whether the context says the term's cue, as a word of its own. */
    boolean tells(Term term) {
        return says(context.text(), term);
    }

    /** The pieces of the context that say it. */
    List<Context.Piece> telling(Term term) {
        return context.pieces().stream()
                .filter(piece -> says(piece.text(), term))
                .toList();
    }

    private static boolean says(String text, Term term) {
        String cue = term.cueOrTruth();
        String end = Character.isLetterOrDigit(cue.charAt(cue.length() - 1)) ? "(?!\\w)" : "";
        return Pattern.compile("(?<!\\w)" + Pattern.quote(cue) + end)
                .matcher(text)
                .find();
    }
}
