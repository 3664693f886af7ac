package tacit.memory.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into sentences, and a sentence into clauses. */
final class Pieces {

    private static final Pattern END = Pattern.compile("[.!?…]+(?=[\\s)\\]]|$)|\\n+");
    private static final Pattern NO_END = Pattern.compile(
            "(?:\\b(?:Dr|Prof|Mr|Mrs|Ms|Sr|Sra|St|Nr|ca|bzw|usw|etc|vs|e\\.g|i\\.e|z\\.B|d\\.h|p\\. ?ej)|\\b\\p{L}\\.\\p{L}|\\b\\d{1,2})$",
            Pattern.CASE_INSENSITIVE);

    private Pieces() {}

    static List<Piece> sentences(String text) {
        List<Piece> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            boolean last = end.end() == text.length();
            if (last
                    || !end.group().equals(".")
                    || !NO_END.matcher(text.substring(from, end.start())).find()) {
                add(sentences, text, from, end.start(), end.group().contains("?"));
                from = end.end();
            }
        }
        add(sentences, text, from, text.length(), false);
        return sentences;
    }

    private static void add(List<Piece> sentences, String text, int from, int to, boolean question) {
        Piece sentence = new Piece(text, 0, question).part(from, to);
        if (!sentence.text().isEmpty()) {
            sentences.add(sentence);
        }
    }

    static List<Piece> clauses(Piece sentence, Scanned words, Grammar grammar) {
        List<Piece> clauses = new ArrayList<>();
        int from = 0;
        for (MatchResult border : words.all(grammar.borders())) {
            add(clauses, sentence, from, border.start(), grammar);
            from = border.end();
        }
        add(clauses, sentence, from, sentence.text().length(), grammar);
        return clauses;
    }

    private static void add(List<Piece> clauses, Piece sentence, int from, int to, Grammar grammar) {
        Piece clause = sentence.part(from, to);
        Matcher lead = grammar.lead().matcher(clause.text());
        if (lead.lookingAt()) {
            clause = clause.part(lead.end(), clause.text().length());
        }
        if (!clause.text().isEmpty()) {
            clauses.add(clause);
        }
    }
}
