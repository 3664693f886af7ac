package tacit.memory.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes words of texts in any language: one spelling for all ways to write a letter, accents folded as a second form, pairs
 * of letters where there are no blanks, and in most fields English words by their stem. Thread-safe.
 */
final class Analysis {

    private static final int MOST_WORDS = 64;
    private static final int LONGEST = 4_000;

    /** Words that ask and join, and tell nothing of what is asked for. */
    private static final Set<String> ASKING =
            Set.of(("a an the and or but if then is are was were be been being am to of in on"
                            + " for with by as at from that this these those it its into about do does did done doing has have had"
                            + " having can could should would will shall may might i me my we our us you your he him his she her"
                            + " hers they them their what when where who whom whose which why how s t")
                    .split(" ", -1));

    private final Analyzer exact = new Words(false);
    private final Analyzer stems = new Words(true);

    Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(stems, java.util.Map.of(Fields.TEXT, exact));
    }

    /** The different words of a query in a field, without those that only ask, unless there are no others. */
    Set<String> words(String query, String field) {
        Set<String> all = all(query.substring(0, Math.min(query.length(), LONGEST)), field, MOST_WORDS);
        Set<String> telling = new LinkedHashSet<>(all);
        telling.removeAll(ASKING);
        return telling.isEmpty() ? all : telling;
    }

    /** What a document tells of the rarity of words in its workspace. */
    Set<String> rarity(String workspace, String text) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(Rarity.mark(workspace, ""));
        all(text, Fields.STEM, Integer.MAX_VALUE).forEach(word -> marks.add(Rarity.mark(workspace, word)));
        return marks;
    }

    private Set<String> all(String text, String field, int most) {
        Set<String> all = new LinkedHashSet<>();
        try (TokenStream stream =
                (field.equals(Fields.TEXT) ? exact : stems).tokenStream(field, new StringReader(normal(text)))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (all.size() < most && stream.incrementToken()) {
                all.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** The text in lower case and in the composed form that stands for all of its spellings. */
    static String normal(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static final class Words extends Analyzer {

        private final boolean stemmed;

        Words(boolean stemmed) {
            this.stemmed = stemmed;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new StandardTokenizer();
            TokenStream words = new CJKBigramFilter(new EnglishPossessiveFilter(tokens));
            if (stemmed) {
                words = new PorterStemFilter(new ASCIIFoldingFilter(words));
            } else {
                words = new ASCIIFoldingFilter(words, true);
            }
            return new TokenStreamComponents(tokens, words);
        }
    }
}
