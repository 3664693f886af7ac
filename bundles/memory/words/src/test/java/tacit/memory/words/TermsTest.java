package tacit.memory.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "paintings,painted",
        "went,going",
        "hikes,hiking",
        "bought,buying",
        "stories,story",
        "classes,class",
        "stopped,stop",
        "baked,baking",
        "tried,try",
        "boxes,box",
        "hobbies,hobby",
        "used,using",
        "children,child",
        "celebrated,celebrating",
        "quickly,quick"
    })
    void writesTheFormsOfAWordAlike(String one, String other) {
        assertThat(Terms.of(one)).isEqualTo(Terms.of(other));
    }

    @ParameterizedTest
    @CsvSource({"new,news", "bus,bu", "university,universe", "sing,s", "need,ne", "thing,th"})
    void keepsDifferentWordsApart(String one, String other) {
        assertThat(Terms.of(one)).isNotEqualTo(Terms.of(other));
    }

    @Test
    void writesAllSpellingsOfALetterAlike() {
        assertThat(Terms.of("CAFE\u0301 \uFF21\uFF22\uFF23")).isEqualTo(Terms.of("caf\u00e9 abc"));
    }

    @Test
    void takesOffWhatFollowsAnApostrophe() {
        assertThat(Terms.of("Nora's dog, the dogs' bowls")).containsExactly("nora", "dog", "the", "dog", "bowl");
    }

    @Test
    void makesPairsOfLettersWhereThereAreNoBlanks() {
        assertThat(Terms.of("\u6771\u4eac\u90fd ok")).containsExactly("\u6771\u4eac", "\u4eac\u90fd", "ok");
    }

    @Test
    void leavesWordsOfOtherScriptsWhole() {
        assertThat(Terms.of("\u043a\u043d\u0438\u0433\u0438 \u05e9\u05dc\u05d5\u05dd"))
                .hasSize(2);
    }

    @Test
    void dropsWordsThatOnlyAsk() {
        assertThat(Terms.ofQuery("Where did Nora go for these pottery classes?"))
                .containsExactly("nora", "go", "potteri", "class");
    }

    @Test
    void keepsAllWordsOfAQuestionThatHasNoOthers() {
        assertThat(Terms.ofQuery("Who are you?")).containsExactly("who", "be", "you");
    }

    @Test
    void holdsNoTermsOfATextWithoutLetters() {
        assertThat(Terms.of(" ... '' !? ")).isEmpty();
    }
}
