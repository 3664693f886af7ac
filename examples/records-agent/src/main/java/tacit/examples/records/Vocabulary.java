package tacit.examples.records;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of the clinic, by the names that tasks use for them.
 *
 * @param terms every name that occurs in a task is a key
 */
record Vocabulary(Map<String, Term> terms) {

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z.]*)\\}");

    Vocabulary {
        terms = Map.copyOf(terms);
    }

    /** The call with every term right. */
    String right(String call) {
        return replace(call, Term::truth);
    }

    /** The call as the agent makes it: what it was told it gets right, the rest it guesses. */
    String guessed(String call, Knowledge knowledge, int attempt) {
        return replace(
                call,
                term -> knowledge.tells(term)
                        ? term.truth()
                        : term.guesses().get(Math.min(attempt, term.guesses().size() - 1)));
    }

    /** The parts of the context from which the agent took a word of the call. */
    List<Context.Piece> used(String call, Knowledge knowledge) {
        return NAME.matcher(call)
                .results()
                .flatMap(match -> knowledge.telling(term(match.group(1))).stream())
                .distinct()
                .toList();
    }

    private String replace(String call, Function<Term, String> word) {
        return NAME.matcher(call).replaceAll(match -> Matcher.quoteReplacement(word.apply(term(match.group(1)))));
    }

    private Term term(String name) {
        Term term = terms.get(name);
        if (term == null) {
            throw new IllegalArgumentException("Cannot fill in '" + name + "': no such term");
        }
        return term;
    }
}
