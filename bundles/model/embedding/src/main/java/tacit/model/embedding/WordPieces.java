package tacit.model.embedding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into the numbers of a model's pieces, between a start and an end mark. The marks in a text itself are only
 * text. Thread-safe.
 */
final class WordPieces {

    private static final int LONGEST_WORD = 100;

    private final Vocabulary vocabulary;
    private final int longest;
    private final long start;
    private final long end;
    private final long unknown;

    /** At most so many numbers for a text, with its marks; what is behind them is cut off. */
    WordPieces(Vocabulary vocabulary, int longest) {
        this.vocabulary = vocabulary;
        this.longest = longest;
        this.start = vocabulary.number("[CLS]");
        this.end = vocabulary.number("[SEP]");
        this.unknown = vocabulary.number("[UNK]");
    }

    long[] of(String text) {
        List<Long> numbers = new ArrayList<>();
        for (String word : BertWords.of(text)) {
            add(word, numbers);
            if (numbers.size() >= longest - 2) {
                break;
            }
        }
        int kept = Math.min(numbers.size(), longest - 2);
        long[] marked = new long[kept + 2];
        marked[0] = start;
        for (int i = 0; i < kept; i++) {
            marked[i + 1] = numbers.get(i);
        }
        marked[kept + 1] = end;
        return marked;
    }

    private void add(String word, List<Long> numbers) {
        int[] letters = word.codePoints().toArray();
        int before = numbers.size();
        int from = 0;
        while (letters.length <= LONGEST_WORD && from < letters.length) {
            int until = letters.length;
            Integer number = number(letters, from, until);
            while (number == null && --until > from) {
                number = number(letters, from, until);
            }
            if (number == null) {
                break;
            }
            numbers.add(number.longValue());
            from = until;
        }
        if (from < letters.length) {
            numbers.subList(before, numbers.size()).clear();
            numbers.add(unknown);
        }
    }

    private @Nullable Integer number(int[] letters, int from, int until) {
        String piece = new String(letters, from, until - from);
        return vocabulary.find(from == 0 ? piece : "##" + piece);
    }
}
