package tacit.model.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPiecesTest {

    private static final Vocabulary E5 = vocabulary("e5-small-v2-q");

    private static Vocabulary vocabulary(String model) {
        try (InputStream json = WordPiecesTest.class.getClassLoader().getResourceAsStream(model + "-tokenizer.json")) {
            return Vocabulary.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts as JSON, a tab, and the numbers that the reference tokenizer of these models gives. */
    static Stream<Arguments> golden() throws IOException {
        try (InputStream file = WordPiecesTest.class.getResourceAsStream("wordpieces.tsv")) {
            ObjectMapper mapper = new ObjectMapper();
            List<Arguments> cases = new java.util.ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty()) {
                    String[] columns = line.split("\t", 2);
                    cases.add(Arguments.of(mapper.readValue('"' + columns[0] + '"', String.class), columns[1]));
                }
            }
            return cases.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void cutsTextsLikeTheReferenceTokenizer(String text, String numbers) {
        long[] expected =
                Arrays.stream(numbers.split(" ", -1)).mapToLong(Long::parseLong).toArray();

        assertThat(new WordPieces(E5, 512).of(text)).containsExactly(expected);
    }

    @Test
    void bothModelsKnowTheSamePieces() {
        String text = "When did Caroline go to the LGBTQ support group?";

        assertThat(new WordPieces(vocabulary("all-minilm-l6-v2-q"), 64).of(text))
                .containsExactly(new WordPieces(E5, 64).of(text));
    }

    @Test
    void cutsOffWhatIsTooLongAndKeepsTheEndMark() {
        long[] whole =
                new WordPieces(E5, 512).of("one two three four five six seven eight nine ten eleven twelve thirteen");

        long[] cut =
                new WordPieces(E5, 10).of("one two three four five six seven eight nine ten eleven twelve thirteen");

        assertThat(cut).hasSize(10).startsWith(Arrays.copyOf(whole, 9)).endsWith(102L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[SEP]", "[CLS] [MASK]", "[PAD]"})
    void takesMarksInATextForText(String text) {
        assertThat(new WordPieces(E5, 64).of(text)).doesNotContain(0L, 103L).containsOnlyOnce(101L, 102L);
    }

    @Test
    void refusesATokenizerWithoutVocabulary() {
        assertThatThrownBy(() -> Vocabulary.read(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class)
                .hasMessage("the tokenizer has no vocabulary");
    }

    @Test
    void refusesAVocabularyWithoutMarks() {
        assertThatThrownBy(() -> new WordPieces(new Vocabulary(Map.of("a", 1)), 64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vocabulary must have '[CLS]'");
    }
}
