package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The words of a query that stand in a field, looked up once for everything that is done with them. Immutable. */
final class QueryWords {

    /** Rows to look through are these and a share of all: what a search costs grows far slower than the index. */
    private static final int FEWEST_ROWS = 20_000;

    private static final int SHARE_OF_ROWS = 20;

    /**
     * A word that stands somewhere.
     *
     * @param text as it was analysed
     * @param query for it alone
     * @param rows that hold it
     */
    record Word(String text, TermQuery query, int rows) {}

    private final List<Word> words = new ArrayList<>();
    private final int most;

    QueryWords(IndexSearcher searcher, Analysis analysis, String text, String field) throws IOException {
        most = FEWEST_ROWS + searcher.getIndexReader().maxDoc() / SHARE_OF_ROWS;
        for (String word : analysis.words(text, field)) {
            Term term = new Term(field, word);
            TermStates states = TermStates.build(searcher, term, true);
            if (states.docFreq() > 0) {
                words.add(new Word(word, new TermQuery(term, states), states.docFreq()));
            }
        }
    }

    List<Word> all() {
        return words;
    }

    /** How many rows to look through, where there are more. */
    int most() {
        return most;
    }

    /** Whether even the rarest of them stands in more rows than are looked through. */
    boolean allCommon() {
        return words.stream().allMatch(word -> word.rows() > most);
    }

    /**
     * Finds what holds the rarest of the words: as many of them as do not stand in too many rows together. The others tell
     * little, and are measured of what was found all the same.
     */
    Query rarest() {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingInt(Word::rows));
        BooleanQuery.Builder rarest = new BooleanQuery.Builder();
        long rows = 0;
        for (Word word : sorted) {
            if (rows > 0 && rows + word.rows() > most) {
                break;
            }
            rows += word.rows();
            rarest.add(word.query(), Occur.SHOULD);
        }
        return rarest.build();
    }
}
